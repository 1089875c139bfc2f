using Microsoft.AspNetCore.Http;
using WorkflowKit.AspNetCore.Problems;
using WorkflowKit.AspNetCore.Requests;

namespace WorkflowKit.AspNetCore.Connections;

/// <summary>Pages that users may be sent to once they have connected an account: no link shall lead them through this host to another's.</summary>
internal sealed class ReturnPages(IEnumerable<string> allowedOrigins)
{
    private readonly HashSet<string> _allowed = new(allowedOrigins, StringComparer.OrdinalIgnoreCase);

    /// <exception cref="ProblemException">The page is another's.</exception>
    internal Uri Demand(string page, HttpRequest request)
    {
        // Browsers take backslashes for slashes, and skip control characters.
        var isClean = !page.Any(static one => one == '\\' || char.IsControl(one));
        if (isClean && page.StartsWith('/') && !page.StartsWith("//", StringComparison.Ordinal) && Uri.TryCreate(page, UriKind.Relative, out var path)) return path;
        if (isClean && Uri.TryCreate(page, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.UserInfo.Length == 0)
        {
            var origin = address.GetLeftPart(UriPartial.Authority);
            if (_allowed.Contains(origin) || CrossSiteGuard.IsOwn(origin, request)) return address;
        }
        throw new ProblemException(ProblemKinds.InvalidRequest, "The page to return to must be a path such as /connections, or a page of this host or of an origin that it allows.").With("parameter", "returnTo");
    }
}
