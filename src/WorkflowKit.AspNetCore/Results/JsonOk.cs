using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace WorkflowKit.AspNetCore.Results;

/// <summary>200 with what was asked for.</summary>
internal sealed class JsonOk<T>(T value, JsonTypeInfo<T> contract) : JsonAnswer<T>(StatusCodes.Status200OK, value, contract), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => JsonAnswer.Describe<T>(builder, StatusCodes.Status200OK);
}
