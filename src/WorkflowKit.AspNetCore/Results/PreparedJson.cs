using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace WorkflowKit.AspNetCore.Results;

/// <summary>200 with what stays the same as long as the host runs: written once.</summary>
internal sealed class PreparedJson<T> : IResult, IEndpointMetadataProvider, IStatusCodeHttpResult
{
    private readonly TextOk _answer;

    internal PreparedJson(T value, JsonTypeInfo<T> contract)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, contract);
        _answer = new(bytes, JsonAnswer.ContentType);
        Version = Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    public int? StatusCode => StatusCodes.Status200OK;

    /// <summary>The hash of what is answered.</summary>
    internal string Version { get; }

    public Task ExecuteAsync(HttpContext httpContext) => _answer.ExecuteAsync(httpContext);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => JsonAnswer.Describe<T>(builder, StatusCodes.Status200OK);
}
