using System.Text;
using Microsoft.AspNetCore.Http;

namespace WorkflowKit.AspNetCore.Results;

/// <summary>200 with a text that is written as it is; what type it has, its endpoint says with <c>Gives</c>.</summary>
internal sealed class TextOk(ReadOnlyMemory<byte> text, string contentType) : IResult, IStatusCodeHttpResult
{
    internal const string SchemaType = "application/schema+json";

    internal TextOk(string text, string contentType)
        : this(Encoding.UTF8.GetBytes(text), contentType)
    {
    }

    public int? StatusCode => StatusCodes.Status200OK;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var response = httpContext.Response;
        response.ContentType = contentType;
        response.ContentLength = text.Length;
        // It was written by people: no browser shall take it for a page.
        response.Headers.XContentTypeOptions = "nosniff";
        await response.Body.WriteAsync(text, httpContext.RequestAborted).ConfigureAwait(false);
    }
}
