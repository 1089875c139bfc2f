using System.Xml;
using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;
using WorkflowKit.Runs;

namespace WorkflowKit.Structure;

/// <summary>Retries that go on for longer than the run may: WK3013.</summary>
internal static class RetryTimeChecks
{
    public static void Check(DefinitionStructure structure, DiagnosticBag bag)
    {
        if (structure.Definition.Options is not { Timeout: { } whole } options)
            return;

        foreach (var step in structure.Steps)
        {
            // A single attempt that is too long is told as such.
            if (step.Retry is { MaxAttempts: > 1 } retry && !(step.Timeout > whole) && LongestOf(retry, step.Timeout ?? TimeSpan.Zero) is var longest && longest > whole)
                bag.Report(FlowDiagnostics.LongRetry, retry.Source, step.Id, XmlConvert.ToString(longest), options.Source?["timeout"]?.Text);
        }
    }

    private static TimeSpan LongestOf(RetryDefinition retry, TimeSpan attempt)
    {
        var policy = new RetryPolicy(retry.MaxAttempts, retry.Delay) { Backoff = retry.Backoff, MaxDelay = retry.MaxDelay };
        var ticks = (double)attempt.Ticks * retry.MaxAttempts;
        for (var failed = 1; failed < retry.MaxAttempts; failed++)
            ticks += policy.DelayAfter(failed, random: 0).Ticks;
        return ticks >= TimeSpan.MaxValue.Ticks ? TimeSpan.MaxValue : TimeSpan.FromTicks((long)ticks);
    }
}
