using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace WorkflowKit.AspNetCore.Requests;

/// <summary>Versions as HTTP knows them: strong entity tags.</summary>
internal static class EntityTags
{
    internal static readonly RequestParameter<string> IfNoneMatch =
        Parameters.Text("If-None-Match", "The versions that the client has; where one of them is current, the answer is 304.", longest: 4_000, isHeader: true);

    /// <summary>Tells the version of what is answered; clients may keep it, and ask whether it is still current.</summary>
    /// <returns>Whether the client has it already.</returns>
    internal static bool IsKnown(HttpContext http, string version)
    {
        var tag = new EntityTagHeaderValue($"\"{version}\"");
        http.Response.Headers.ETag = tag.ToString();
        http.Response.Headers.CacheControl = "private, no-cache";
        return http.Request.GetTypedHeaders().IfNoneMatch.Any(one => one == EntityTagHeaderValue.Any || one.Compare(tag, useStrongComparison: false));
    }
}
