using Microsoft.AspNetCore.Http;
using WorkflowKit.AspNetCore.Problems;

namespace WorkflowKit.AspNetCore.Requests;

/// <summary>
/// Refuses what a page of another site makes a browser send with the user's cookies. Browsers say themselves where a request comes from, so no token
/// has to be handed around; what comes without cookies cannot be forged, and is let through.
/// </summary>
internal sealed class CrossSiteGuard(IEnumerable<string> allowedOrigins)
{
    private readonly HashSet<string> _allowed = new(allowedOrigins, StringComparer.OrdinalIgnoreCase);

    /// <exception cref="ProblemException">The request changes something and comes from another site's page.</exception>
    internal void Demand(HttpRequest request)
    {
        if (!ChangesSomething(request.Method) || !request.Headers.ContainsKey("Cookie")) return;
        var origin = request.Headers.Origin.ToString();
        var isForeign = request.Headers["Sec-Fetch-Site"].ToString() switch
        {
            // An old browser, or none at all.
            "" => origin.Length > 0 && !IsOwn(origin, request),
            "same-origin" or "none" => false,
            _ => true,
        };
        if (!isForeign || _allowed.Contains(origin)) return;
        throw new ProblemException(
            ProblemKinds.CrossSite, $"The request comes from a page of {(origin.Length > 0 ? origin : "another site")} with this host's cookies, and that origin is not allowed.");
    }

    private static bool ChangesSomething(string method) => !(HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method));

    /// <summary>Whether an origin is that of this host, as the request addresses it.</summary>
    internal static bool IsOwn(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var from)
        && Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var own)
        && from.GetLeftPart(UriPartial.Authority) == own.GetLeftPart(UriPartial.Authority);
}
