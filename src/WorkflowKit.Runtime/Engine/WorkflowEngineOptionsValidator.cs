using Microsoft.Extensions.Options;

namespace WorkflowKit.Engine;

/// <summary>Refuses limits that no engine can keep; all that is wrong is told at once.</summary>
internal sealed class WorkflowEngineOptionsValidator : IValidateOptions<WorkflowEngineOptions>
{
    // Timers count milliseconds in 32 bits.
    private static readonly TimeSpan LongestInterval = TimeSpan.FromDays(40);
    private static readonly TimeSpan LongestGrace = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, WorkflowEngineOptions options)
    {
        var problems = new List<string>();
        AtLeast(1, options.MaxConcurrentExecutions, nameof(options.MaxConcurrentExecutions));
        AtLeast(1, options.MaxConcurrentExecutionsPerWorkflow ?? 1, nameof(options.MaxConcurrentExecutionsPerWorkflow));
        AtLeast(0, options.MaxQueuedExecutions, nameof(options.MaxQueuedExecutions));
        AtLeast(1, options.PurgeBatch, nameof(options.PurgeBatch));
        AtLeast(1, options.RecoveryLimit, nameof(options.RecoveryLimit));
        AtLeast(1, options.MaxItems, nameof(options.MaxItems));
        AtLeast(2, options.MaxInputBytes, nameof(options.MaxInputBytes));
        AtLeast(1, options.MaxOutputBytes, nameof(options.MaxOutputBytes));
        AtLeast(1, options.WatchBuffer, nameof(options.WatchBuffer));
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
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);

        void AtLeast(int least, int value, string option)
        {
            if (value < least) problems.Add($"{option} must be at least {least}; it is {value}.");
        }

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
