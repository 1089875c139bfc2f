using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace WorkflowKit;

/// <summary>
/// How workflows are served over HTTP: who a caller is, what a request may be at most, how streams behave. Read when
/// <c>MapWorkflowKit</c> is called; a host that sets nothing gets the defaults.
/// </summary>
public sealed class WorkflowKitHttpOptions
{
    /// <summary>
    /// The name of the user who calls, by which executions and connections are told apart; <see langword="null"/>: nobody in particular. Default: the
    /// claim <see cref="ClaimTypes.NameIdentifier"/> or <c>sub</c> of an authenticated user.
    /// </summary>
    public Func<HttpContext, string?> UserId { get; set; } = ClaimedName;

    /// <summary>
    /// The host's authorization policy that lets a caller see and control everybody's executions, and import some. Default <see langword="null"/>: nobody
    /// may, each sees their own. Where nobody has a name (a host without authentication) everybody sees what was started without a user.
    /// </summary>
    public string? SeesAllPolicy { get; set; }

    /// <summary>
    /// The host's authorization policy that a caller must satisfy to save and delete definitions, beside whatever holds for all endpoints. Default
    /// <see langword="null"/>: whoever may call the endpoints may change definitions, too.
    /// </summary>
    public string? ChangesPolicy { get; set; }

    /// <summary>
    /// The origins, such as <c>https://admin.example.com</c>, from which pages may change something with the cookies of this host, and to whose pages
    /// users may return once they have connected an account. Default: none but the host's own. CORS is another matter: it decides whether such a page may read
    /// the answer.
    /// </summary>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>How large a request's body may be, in bytes. Default 4 MiB.</summary>
    public int MaxBodyBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>How large an execution that is imported may be, in bytes of JSON lines. Default 64 MiB.</summary>
    public int MaxImportBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>How deep the JSON of a request may be nested. Default 64.</summary>
    public int MaxJsonDepth { get; set; } = 64;

    /// <summary>How many items a page may hold, at most <see cref="ExecutionQuery.MaxLimit"/>. Default 200.</summary>
    public int MaxPageSize { get; set; } = 200;

    /// <summary>How long a start may wait for the execution's end (<c>?wait=PT10S</c>). Default 60 s.</summary>
    public TimeSpan MaxWait { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>After what time without an event a comment keeps a stream alive. Default 15 s.</summary>
    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How many bytes of events are kept in memory for those who watch, so that each event is put into bytes once however many they are. Beyond that events are
    /// read from the store again. Default 32 MiB.
    /// </summary>
    public int EventCacheBytes { get; set; } = 32 * 1024 * 1024;

    /// <summary>How many event streams one user may have open at this host; callers without a name count as one. Default 100.</summary>
    public int MaxStreamsPerUser { get; set; } = 100;

    private static string? ClaimedName(HttpContext context) => context.User.Identity?.IsAuthenticated is true
        ? context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? context.User.FindFirstValue("sub")
        : null;
}
