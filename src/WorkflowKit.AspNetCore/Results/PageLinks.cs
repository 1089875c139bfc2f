using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace WorkflowKit.AspNetCore.Results;

/// <summary>Links from page to page (RFC 8288), for clients that follow headers.</summary>
internal static class PageLinks
{
    /// <summary>Adds the link to the next page: this request with another place to go on from.</summary>
    internal static void Next(HttpContext context, string after)
    {
        var request = context.Request;
        var query = new QueryBuilder(request.Query.Where(static one => !one.Key.Equals("after", StringComparison.OrdinalIgnoreCase))) { { "after", after } };
        context.Response.Headers.Append("Link", $"<{request.PathBase.ToUriComponent()}{request.Path.ToUriComponent()}{query.ToQueryString()}>; rel=\"next\"");
    }
}
