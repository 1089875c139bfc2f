using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace WorkflowKit.AspNetCore.Results;

/// <summary>200 with a contract of this package, which the host's JSON options do not change.</summary>
internal sealed class JsonOk<T>(T value, JsonTypeInfo<T> contract) : IResult, IEndpointMetadataProvider, IStatusCodeHttpResult, IValueHttpResult<T>
{
    public int? StatusCode => StatusCodes.Status200OK;

    public T Value => value;

    public Task ExecuteAsync(HttpContext httpContext) => JsonAnswer.WriteAsync(httpContext, StatusCodes.Status200OK, value, contract);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => JsonAnswer.Describe<T>(builder, StatusCodes.Status200OK);
}
