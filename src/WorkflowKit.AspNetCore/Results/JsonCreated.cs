using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace WorkflowKit.AspNetCore.Results;

/// <summary>201 with the place of what there is now.</summary>
internal sealed class JsonCreated<T>(string location, T value, JsonTypeInfo<T> contract) : JsonAnswer<T>(StatusCodes.Status201Created, value, contract, location), IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        JsonAnswer.Describe<T>(builder, StatusCodes.Status201Created);
        builder.Metadata.Add(AnswerHeader.Created);
    }
}
