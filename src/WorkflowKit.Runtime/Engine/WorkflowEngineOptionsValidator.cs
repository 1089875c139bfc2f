using Microsoft.Extensions.Options;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Engine;

/// <summary>Refuses limits that no engine can keep; all that is wrong is told at once.</summary>
internal sealed class WorkflowEngineOptionsValidator : IValidateOptions<WorkflowEngineOptions>
{
    // Timers count milliseconds in 32 bits.
    private static readonly TimeSpan LongestInterval = TimeSpan.FromDays(40);
    private static readonly TimeSpan LongestGrace = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, WorkflowEngineOptions options)
    {
        var problems = new OptionProblems();
        problems.AtLeast(1, options.MaxConcurrentExecutions, nameof(options.MaxConcurrentExecutions));
        problems.AtLeast(1, options.MaxConcurrentExecutionsPerWorkflow ?? 1, nameof(options.MaxConcurrentExecutionsPerWorkflow));
        problems.AtLeast(0, options.MaxQueuedExecutions, nameof(options.MaxQueuedExecutions));
        problems.AtLeast(1, options.PurgeBatch, nameof(options.PurgeBatch));
        problems.AtLeast(1, options.RecoveryLimit, nameof(options.RecoveryLimit));
        problems.AtLeast(1, options.MaxItems, nameof(options.MaxItems));
        problems.AtLeast(2, options.MaxInputBytes, nameof(options.MaxInputBytes));
        problems.AtLeast(1, options.MaxOutputBytes, nameof(options.MaxOutputBytes));
        problems.AtLeast(1, options.WatchBuffer, nameof(options.WatchBuffer));
        NotNegative(options.RetryAfter, nameof(options.RetryAfter));
        NotNegative(options.ShutdownGrace, nameof(options.ShutdownGrace));
        AtMost(LongestGrace, options.ShutdownGrace, nameof(options.ShutdownGrace));
        NotNegative(options.CancellationGrace, nameof(options.CancellationGrace));
        AtMost(LongestGrace, options.CancellationGrace, nameof(options.CancellationGrace));
        NotNegative(options.Retention ?? TimeSpan.Zero, nameof(options.Retention));
        NotNegative(options.StoreOutageLimit, nameof(options.StoreOutageLimit));
        NotNegative(options.LongestWaitInMemory, nameof(options.LongestWaitInMemory));
        if (options.PurgeInterval <= TimeSpan.Zero) problems.Add($"{nameof(options.PurgeInterval)} must be longer than zero; it is {options.PurgeInterval}.");
        AtMost(LongestInterval, options.PurgeInterval, nameof(options.PurgeInterval));
        return problems.Result;

        void AtMost(TimeSpan most, TimeSpan value, string option)
        {
            if (value > most) problems.Add($"{option} must be at most {most}; it is {value}.");
        }

        void NotNegative(TimeSpan value, string option)
        {
            if (value < TimeSpan.Zero) problems.Add($"{option} must not be negative; it is {value}.");
        }
    }
}
