using Microsoft.AspNetCore.Http;

namespace WorkflowKit.AspNetCore.Requests;

/// <summary>How long a page is to be, and where it begins.</summary>
internal sealed class PageParameters(WorkflowKitHttpOptions options)
{
    private const int UsualLimit = 50;

    internal static readonly RequestParameter<string> After = Parameters.Text("after", "Where the page before ended: its `next`.");

    internal RequestParameter<long?> Limit { get; } = Parameters.Number("limit", "How many at most; left out: 50, or as many as a page may hold.", 1, options.MaxPageSize);

    internal int LimitOf(HttpRequest request) => (int)(Limit.Read(request) ?? Math.Min(UsualLimit, options.MaxPageSize));
}
