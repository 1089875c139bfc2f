using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace WorkflowKit.AspNetCore.Results;

/// <summary>What the results with JSON share.</summary>
internal static class JsonAnswer
{
    internal const string ContentType = "application/json";

    internal static Task WriteAsync<T>(HttpContext context, int status, T value, JsonTypeInfo<T> contract)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(value, contract, contentType: null, context.RequestAborted);
    }

    internal static void Describe<T>(EndpointBuilder endpoint, int status) =>
        new ContractResponse(status, typeof(T), ContentType).AddTo(endpoint);
}
