using System.Collections.Concurrent;
using System.Text.Json;
using WorkflowKit.Runs;
using WorkflowKit.Stores;

namespace WorkflowKit.Engine;

/// <summary>The children that the run starts.</summary>
internal sealed partial class ExecutionActor : IChildRunner
{
    private ConcurrentDictionary<string, string>? _children;

    async ValueTask<ChildOutcome?> IChildRunner.StartAsync(string path, string key, string workflowId, JsonElement inputs)
    {
        var children = _children ?? Interlocked.CompareExchange(ref _children, new(StringComparer.Ordinal), null) ?? _children;
        while (true)
        {
            var childId = await _core.Starter.StartChildAsync(Header, _span?.Context ?? default, path, key, workflowId, inputs).ConfigureAwait(false);
            children[path] = childId;
            var outcome = await OutcomeOfAsync(childId).ConfigureAwait(false);
            if (outcome?.Error is null || await ConsumedStatusAsync(path, childId).ConfigureAwait(false) is not { } ended) return outcome;

            // The step failed with this child before and is tried again: the child goes on from where it failed.
            if (ended is ExecutionStatus.Failed)
            {
                await _core.Controls.RetryChildAsync(childId).ConfigureAwait(false);
                return null;
            }
            // One that was cancelled never goes on; the next is found by the one that it stands for.
            key = $"{key}/{childId}";
        }
    }

    void IChildRunner.Cancel(string path)
    {
        if (_children is not null && _children.TryGetValue(path, out var childId)) _core.Controls.CancelChild(childId, _cancel);
    }

    /// <summary>Whether it has started children, perhaps on another host.</summary>
    private async ValueTask<bool> HasCalledAsync()
    {
        if (!_lease?.Workflow.Steps.Any(static step => step.Type == "workflow") ?? false) return false;
        var log = await _log.ReadAsync().ConfigureAwait(false);
        return log.Any(static entry => entry is StepStarted { Step.Type: "workflow" });
    }

    /// <summary>How a child ended; <see langword="null"/>: it has not.</summary>
    private async ValueTask<ChildOutcome?> OutcomeOfAsync(string childId)
    {
        try
        {
            return await _core.Store.FindAsync(childId).ConfigureAwait(false) switch
            {
                { Status: ExecutionStatus.Completed } child => new ChildOutcome(child.Outputs ?? default, null),
                { Status: ExecutionStatus.Failed, Error: { } error } => new ChildOutcome(default, error),
                { Status: ExecutionStatus.Cancelled } => Cancelled(childId),
                null => new ChildOutcome(default, new StepError(null, null, $"Execution {childId} is not known any more.", "recovery", "child_gone")),
                _ => null,
            };
        }
        catch (ExecutionCorruptException)
        {
            // That it was ended stands beside its log. Of another nobody can tell the outcome.
            if (await _core.Store.FindSummaryAsync(childId, CancellationToken.None).ConfigureAwait(false) is { Status: ExecutionStatus.Cancelled }) return Cancelled(childId);
            throw;
        }

        static ChildOutcome Cancelled(string childId) => new(default, new StepError(null, null, $"Execution {childId} was cancelled.", "cancelled", "cancelled"));
    }

    /// <summary>How a child ended without completing, where its step has failed for that already.</summary>
    private async ValueTask<ExecutionStatus?> ConsumedStatusAsync(string path, string childId)
    {
        var child = await _core.Store.FindSummaryAsync(childId, CancellationToken.None).ConfigureAwait(false);
        if (child is not { Status: ExecutionStatus.Failed or ExecutionStatus.Cancelled, CompletedAt: { } endedAt }) return null;
        var log = await _log.ReadAsync().ConfigureAwait(false);
        return log.Any(entry => entry is StepFailed failed && failed.Path == path && failed.Timestamp >= endedAt) ? child.Status : null;
    }
}
