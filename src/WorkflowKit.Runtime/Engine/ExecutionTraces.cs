using System.Diagnostics;
using WorkflowKit.Diagnostics;
using WorkflowKit.Log;

namespace WorkflowKit.Engine;

/// <summary>
/// Spans of executions: one from each time that an execution is taken up to where it ends or rests. The first stands below whoever started the
/// execution, the later ones below the first, as long as this process knows it: so all of an execution is one trace.
/// </summary>
internal sealed class ExecutionTraces
{
    private readonly SparseMap<ActivityContext> _first = new();

    internal Activity? Begin(ExecutionHeader header, ActivityContext caller, bool isRecovery)
    {
        if (!Telemetry.Source.HasListeners()) return null;
        var isLater = _first.TryGet(header.Id, out var first);
        var outer = Activity.Current;
        var span = Telemetry.Source.StartActivity($"workflow {header.WorkflowId}", ActivityKind.Internal, isLater ? first : caller);
        // It reaches from turn to turn, not over what this thread does: steps are given it as their parent.
        Activity.Current = outer;
        if (span is null) return null;
        span.SetTag("workflowkit.execution.id", header.Id);
        span.SetTag("workflowkit.workflow.id", header.WorkflowId);
        span.SetTag("workflowkit.workflow.version", header.DefinitionHash);
        span.SetTag("workflowkit.trigger", header.Trigger.Text());
        if (isRecovery) span.SetTag("workflowkit.recovery", true);
        if (!isLater) _first.Set(header.Id, span.Context);
        return span;
    }

    internal void End(Activity span, ExecutionHeader header, ExecutionStatus status, StepError? error)
    {
        span.SetTag("workflowkit.status", status.Text());
        if (status is ExecutionStatus.Failed || error is not null)
        {
            span.SetStatus(ActivityStatusCode.Error, error?.Message);
            span.SetTag("error.type", error?.Code ?? error?.Type);
            span.SetTag("workflowkit.step.path", error?.Path);
        }
        span.Dispose();
        if (status.IsFinished()) _first.TryRemove(header.Id, out _);
    }
}
