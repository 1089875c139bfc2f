using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace WorkflowKit.AspNetCore.Streaming;

/// <summary>How every stream begins.</summary>
internal static class StreamHead
{
    /// <summary>Sends the head, so that the client knows that it is connected before anything happens.</summary>
    internal static async Task SendAsync(HttpContext context, string contentType, CancellationToken cancellationToken)
    {
        var response = context.Response;
        response.ContentType = contentType;
        response.Headers.CacheControl = "no-cache, no-store";
        response.Headers.ContentEncoding = "identity";
        // For nginx, which buffers by itself.
        response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await response.StartAsync(cancellationToken).ConfigureAwait(false);
        await response.BodyWriter.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
