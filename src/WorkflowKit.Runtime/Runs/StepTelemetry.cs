using System.Diagnostics;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Runs;

/// <summary>Spans and numbers of single steps.</summary>
internal static class StepTelemetry
{
    internal static Activity? Start(StepSlot slot, StepAttempt attempt, ActivityContext execution)
    {
        if (!Telemetry.Source.HasListeners()) return null;
        var span = Telemetry.Source.StartActivity($"step {slot.Type}", ActivityKind.Internal, execution);
        span?.SetTag("workflowkit.execution.id", attempt.ExecutionId);
        span?.SetTag("workflowkit.step.id", slot.Id);
        span?.SetTag("workflowkit.step.path", attempt.Path);
        span?.SetTag("workflowkit.step.type", slot.Type);
        span?.SetTag("workflowkit.step.attempt", attempt.Attempt);
        return span;
    }

    internal static void Ended(StepSlot slot, string outcome, TimeSpan duration)
    {
        if (!Telemetry.Steps.Enabled && !Telemetry.StepDuration.Enabled) return;
        var tags = new TagList { { "workflowkit.step.type", slot.Type }, { "workflowkit.outcome", outcome } };
        Telemetry.Steps.Add(1, tags);
        Telemetry.StepDuration.Record(duration.TotalSeconds, tags);
    }

    internal static void Fail(Activity span, StepError error)
    {
        span.SetTag("error.type", error.Code ?? error.Type);
        span.SetStatus(ActivityStatusCode.Error, error.Message);
    }
}
