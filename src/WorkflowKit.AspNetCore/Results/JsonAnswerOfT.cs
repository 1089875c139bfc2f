using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace WorkflowKit.AspNetCore.Results;

/// <summary>A contract of this package, which the host's JSON options do not change. Each status has a type of its own, by which endpoints are described.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="value">What is answered.</param>
/// <param name="contract">How it is written.</param>
/// <param name="location">Where to look for it from now on; <see langword="null"/>: where it was asked for.</param>
internal abstract class JsonAnswer<T>(int status, T value, JsonTypeInfo<T> contract, string? location = null) : IResult, IStatusCodeHttpResult, IValueHttpResult<T>
{
    public int? StatusCode => status;

    public T Value => value;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        httpContext.Response.StatusCode = status;
        if (location is not null) httpContext.Response.Headers.Location = location;
        return httpContext.Response.WriteAsJsonAsync(value, contract, contentType: null, httpContext.RequestAborted);
    }
}
