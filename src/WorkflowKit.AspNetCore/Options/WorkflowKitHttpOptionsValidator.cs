using Microsoft.Extensions.Options;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.AspNetCore.Options;

/// <summary>Refuses what no endpoint can work with; all that is wrong is told at once.</summary>
internal sealed class WorkflowKitHttpOptionsValidator : IValidateOptions<WorkflowKitHttpOptions>
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    public ValidateOptionsResult Validate(string? name, WorkflowKitHttpOptions options)
    {
        var problems = new OptionProblems();
        if (options.UserId is null) problems.Add($"{nameof(options.UserId)} must not be null; for a host without users return null from it.");
        Policy(options.SeesAllPolicy, nameof(options.SeesAllPolicy));
        Policy(options.ChangesPolicy, nameof(options.ChangesPolicy));
        foreach (var origin in options.AllowedOrigins)
            if (!IsOrigin(origin)) problems.Add($"{nameof(options.AllowedOrigins)} must be origins such as https://admin.example.com; '{origin}' is none.");
        problems.Within(2, options.MaxBodyBytes, int.MaxValue, nameof(options.MaxBodyBytes));
        problems.Within(2, options.MaxImportBytes, int.MaxValue, nameof(options.MaxImportBytes));
        problems.Within(2, options.MaxJsonDepth, 1_000, nameof(options.MaxJsonDepth));
        problems.Within(1, options.MaxPageSize, ExecutionQuery.MaxLimit, nameof(options.MaxPageSize));
        problems.Within(0, options.EventCacheBytes, int.MaxValue, nameof(options.EventCacheBytes));
        problems.Within(1, options.MaxStreamsPerUser, int.MaxValue, nameof(options.MaxStreamsPerUser));
        problems.Within(TimeSpan.Zero, options.MaxWait, LongestWait, nameof(options.MaxWait));
        problems.Within(TimeSpan.FromMilliseconds(100), options.HeartbeatInterval, LongestWait, nameof(options.HeartbeatInterval));
        return problems.Result;

        void Policy(string? name, string option)
        {
            if (name is not null && string.IsNullOrWhiteSpace(name)) problems.Add($"{option} must be a policy's name, or null.");
        }
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.GetLeftPart(UriPartial.Authority) == text;
}
