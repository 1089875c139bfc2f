using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace WorkflowKit.AspNetCore.Results;

/// <summary>202 with the place where to look for what becomes of it.</summary>
internal sealed class JsonAccepted<T>(string location, T value, JsonTypeInfo<T> contract) : JsonAnswer<T>(StatusCodes.Status202Accepted, value, contract, location), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        JsonAnswer.Describe<T>(builder, StatusCodes.Status202Accepted);
        builder.Metadata.Add(AnswerHeader.Accepted);
    }
}
