using Microsoft.Extensions.Options;

namespace WorkflowKit.Hosting;

/// <summary>Refuses limits that mean nothing; all that is wrong is told at once.</summary>
internal sealed class WorkflowHealthOptionsValidator : IValidateOptions<WorkflowHealthOptions>
{
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromHours(1);

    public ValidateOptionsResult Validate(string? name, WorkflowHealthOptions options)
    {
        var problems = new List<string>();
        if (options.StoreTimeout <= TimeSpan.Zero || options.StoreTimeout > LongestTimeout)
            problems.Add($"{nameof(options.StoreTimeout)} must be longer than zero and at most {LongestTimeout}; it is {options.StoreTimeout}.");
        if (options.DegradedQueueShare is not (>= 0 and <= 1))
            problems.Add(FormattableString.Invariant($"{nameof(options.DegradedQueueShare)} must be from 0 to 1; it is {options.DegradedQueueShare}."));
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
