using System.Text.Json;
using WorkflowKit.Runs;

namespace WorkflowKit.Engine;

/// <summary>Runs a recorded execution through the current version of its workflow, over its log and no further.</summary>
internal sealed class Replayer(EngineCore core)
{
    /// <exception cref="WorkflowNotFoundException">The workflow is gone.</exception>
    internal async Task<ReplayReport> ReplayAsync(ExecutionRecord record, CancellationToken cancellationToken)
    {
        using var lease = await core.LeaseAsync(record.WorkflowId, null, cancellationToken).ConfigureAwait(false);
        var difference = await CompareAsync(lease.Workflow, record).ConfigureAwait(false);
        return new ReplayReport(record.Id, record.WorkflowId, record.DefinitionHash, lease.Workflow.DefinitionHash, difference);
    }

    private async Task<ReplayDifference?> CompareAsync(CompiledWorkflow program, ExecutionRecord record)
    {
        var entries = record.Entries;
        if (entries.Count == 0) return null;
        var log = new ReplayLog(entries[^1]);
        var run = new WorkflowRun(new RunSetup
        {
            Program = program,
            Execution = new ExecutionInfo(record.Id, record.WorkflowId, record.UserId, record.StartedAt ?? record.CreatedAt, record.Trigger),
            Inputs = record.Inputs,
            // It is as late as it was; no timer of the run ever comes.
            Services = core.Runs with { Time = new StoppedClock(entries[^1].Timestamp) },
            Log = log,
            Children = log,
            Recorded = entries,
        });
        var outcome = await run.ExecuteAsync().ConfigureAwait(false);
        if (outcome.Divergence is { } divergence && !ReferenceEquals(divergence, log.Beyond))
            return new ReplayDifference(divergence.Kind, divergence.Path, divergence.Sequence, divergence.Expected, divergence.Found);
        // What has ended must not go on; all else may.
        if (log.Beyond is { } beyond && (entries[^1] is ExecutionCompleted or ExecutionFailed || run.Journal.Leftover is not null))
            return new ReplayDifference(ReplayDivergenceKind.Program, beyond.Path, 0, Name(run.Journal.Leftover ?? entries[^1]), beyond.Found);
        return EndOf(outcome, entries[^1]);
    }

    private static ReplayDifference? EndOf(RunOutcome outcome, ProgressEvent last) => (last, outcome.Kind) switch
    {
        (ExecutionCompleted completed, RunOutcomeKind.Completed) when JsonElement.DeepEquals(completed.Outputs, outcome.Outputs.ToJsonElement()) => null,
        (ExecutionCompleted completed, RunOutcomeKind.Completed) => Difference(last, $"the outputs {completed.Outputs.GetRawText()}", $"gives {outcome.Outputs.ToJsonElement().GetRawText()}"),
        (ExecutionFailed failed, RunOutcomeKind.Failed) when failed.Error.Path == outcome.Error!.Path && failed.Error.Type == outcome.Error.Type => null,
        (ExecutionFailed failed, RunOutcomeKind.Failed) => Difference(last, $"a failure of {failed.Error.Path ?? "the workflow"} ({failed.Error.Type})", $"fails at {outcome.Error!.Path ?? "its end"} ({outcome.Error.Type})"),
        (ExecutionCompleted or ExecutionFailed, _) => Difference(last, Name(last), outcome.Kind is RunOutcomeKind.Completed ? "completes" : outcome.Kind is RunOutcomeKind.Failed ? $"fails: {outcome.Error!.Message}" : "waits"),
        (_, RunOutcomeKind.Failed) => Difference(last, Name(last), $"fails: {outcome.Error!.Message}"),
        (_, RunOutcomeKind.Completed) when last is not ExecutionCancelled => Difference(last, Name(last), "completes"),
        _ => null,
    };

    private static ReplayDifference Difference(ProgressEvent entry, string expected, string found) => new(ReplayDivergenceKind.Program, null, entry.Sequence, expected, found);

    private static string Name(ProgressEvent entry) => entry is StepEvent step ? $"{entry.Type} of '{step.StepId}'" : entry.Type;
}
