using System.Text.Json;
using WorkflowKit.Expressions;
using WorkflowKit.Log;
using WorkflowKit.Runs;
using WorkflowKit.Stores;

namespace WorkflowKit.Engine;

/// <summary>From the end of a run to where the execution stands then.</summary>
internal sealed partial class ExecutionActor
{
    private static readonly object Null = JsonElement.Parse("null");

    private ValueTask SettleAsync(RunOutcome outcome) => outcome.Kind switch
    {
        RunOutcomeKind.Completed => CompleteAsync(outcome),
        RunOutcomeKind.Failed => FailAsync(outcome),
        RunOutcomeKind.Cancelled => EndCancelledAsync(),
        RunOutcomeKind.Suspended => SuspendAsync(outcome),
        RunOutcomeKind.Paused => PauseByUserAsync(outcome),
        // Nobody could undo it, nor end it otherwise; the log says why.
        RunOutcomeKind.Diverged when _isKnownToPart && _cancel is not null => EndCancelledAsync(),
        RunOutcomeKind.Diverged => PauseDivergedAsync(outcome),
        RunOutcomeKind.Abandoned => AbandonAsync(),
        _ => throw new InvalidOperationException($"A run cannot end as {outcome.Kind}."),
    };

    private DateTimeOffset Now => _core.Time.GetUtcNow();

    private ValueTask CompleteAsync(RunOutcome outcome)
    {
        var now = outcome.EndedAt ?? Now;
        return EndAsync(ExecutionStatus.Completed, new ExecutionCompleted(now, Keep(outcome.Outputs), now - _startedAt));
    }

    /// <summary>Most outputs that are one value need no JSON before somebody looks.</summary>
    private static object Keep(CelValue outputs) => outputs.Kind switch
    {
        CelKind.Null => Null,
        CelKind.Bool => outputs.Bool,
        CelKind.Int => outputs.Int,
        CelKind.String => outputs.Text,
        _ => outputs.ToJsonElement(),
    };

    private ValueTask EndCancelledAsync() => EndAsync(ExecutionStatus.Cancelled, new ExecutionCancelled(Now, _cancel?.By, _cancel?.Reason));

    private async ValueTask EndAsync(ExecutionStatus status, ProgressEvent last)
    {
        await PassAsync(CrashPoint.BeforeEnd).ConfigureAwait(false);
        if (status is not ExecutionStatus.Completed && (_children is not null || _unreadable is not null || await HasCalledAsync().ConfigureAwait(false)))
            await _core.Controls.CancelChildrenOfAsync(Header, _cancel).ConfigureAwait(false);
        await CommitAsync(last, new ExecutionChange(status)
        {
            PurgeAt = _core.PurgeTime(_lease?.Workflow, last.Timestamp),
            HandledControls = _seenControl,
            Notify = Header.ParentId is { } parent ? new ControlRequest(parent, ControlKind.ChildEnded, last.Timestamp) { Path = Header.ParentPath, ChildId = Id } : null,
        }).ConfigureAwait(false);
        await PassAsync(CrashPoint.AfterEnd).ConfigureAwait(false);

        (_isReleased, _isOver, _wantsRun) = (true, true, false);
        Result = new ExecutionRecord(Header, status, await ReadEndedAsync(last).ConfigureAwait(false));
        // Asked of the record only where somebody traces: it has to read the whole log for it.
        if (_span is not null) EndSpan(status, Result.Error);
        _core.Ended(Result, _unreadable);
    }

    private async ValueTask FailAsync(RunOutcome outcome)
    {
        await RecordUntakenAsync().ConfigureAwait(false);
        await EndAsync(ExecutionStatus.Failed, new ExecutionFailed(Now, outcome.Error!, outcome.Voided, outcome.Undone)).ConfigureAwait(false);
    }

    private ValueTask FailWithoutRunAsync(StepError error) => EndAsync(ExecutionStatus.Failed, new ExecutionFailed(Now, error));

    private async ValueTask SuspendAsync(RunOutcome outcome)
    {
        // A pause that came just as the run fell asleep holds it when its time has come, too.
        if (_pause is not null)
        {
            await PauseByUserAsync(outcome).ConfigureAwait(false);
            return;
        }
        if (await RunsOnceMoreAsync(outcome).ConfigureAwait(false)) return;
        await RecordUntakenAsync().ConfigureAwait(false);
        await PauseAsync(new ExecutionPaused(Now, outcome.WaitsForInput ? PauseReason.Input : PauseReason.Timer, dueAt: outcome.DueAt)).ConfigureAwait(false);
        if (outcome.DueAt is { } dueAt) _core.Pump.Arm(dueAt);
    }

    private async ValueTask PauseByUserAsync(RunOutcome outcome)
    {
        if (await RunsOnceMoreAsync(outcome).ConfigureAwait(false)) return;
        // It may have been resumed before the pause had come into effect.
        var (by, isTakenBack) = (_pause?.By, _unpause is not null);
        (_pause, _unpause) = (null, null);
        if (isTakenBack)
        {
            _wantsRun = true;
            return;
        }
        await RecordUntakenAsync().ConfigureAwait(false);
        await PauseAsync(new ExecutionPaused(Now, PauseReason.User, by)).ConfigureAwait(false);
    }

    private async ValueTask PauseDivergedAsync(RunOutcome outcome)
    {
        await RecordUntakenAsync().ConfigureAwait(false);
        await PauseForHostAsync(ErrorOf(outcome.Divergence!)).ConfigureAwait(false);
    }

    private ValueTask PauseForHostAsync(StepError error) => PauseAsync(new ExecutionPaused(Now, PauseReason.Recovery, error: error));

    private async ValueTask PauseAsync(ExecutionPaused paused)
    {
        await PassAsync(CrashPoint.BeforePause).ConfigureAwait(false);
        // A control that came meanwhile stays stored, and keeps the execution due.
        await CommitAsync(paused, new ExecutionChange(ExecutionStatus.Paused) { DueAt = paused.DueAt, HandledControls = _seenControl, Release = true }).ConfigureAwait(false);
        await PassAsync(CrashPoint.AfterPause).ConfigureAwait(false);
        EndSpan(ExecutionStatus.Paused, paused.Error);
        (_isReleased, _isOver, _wantsRun) = (true, true, false);
        await _core.Waiters.LookAsync(Header).ConfigureAwait(false);
    }

    /// <summary>The host stops, or lost the execution: what is in the log is all there is.</summary>
    private ValueTask AbandonAsync()
    {
        (_isOver, _wantsRun) = (true, false);
        // Where it was the store that failed, this host still owns the execution: nobody else would take it up.
        if (!_core.IsStopping) _core.Pump.TryAgainLater(Id);
        return ValueTask.CompletedTask;
    }

    /// <summary>Whether a cancel or data came just as the run stopped: the next one takes them first.</summary>
    private async ValueTask<bool> RunsOnceMoreAsync(RunOutcome outcome)
    {
        if (_cancel is null && !await HasUntakenDeliveryAsync(outcome).ConfigureAwait(false)) return false;
        _wantsRun = true;
        return true;
    }

    private async ValueTask<bool> HasUntakenDeliveryAsync(RunOutcome outcome)
    {
        var childEnded = _childEnded && outcome.WaitsForChild;
        _childEnded = false;
        if (_deliveries is null) return childEnded;
        var log = await _log.ReadAsync().ConfigureAwait(false);
        _deliveries.RemoveAll(request => !IsUntaken(request, log));
        return childEnded || _deliveries.Exists(request => LogFacts.IsWaiting(log, request.Path!, Now));
    }

    /// <summary>What the run was given for steps that it did not come to is for the next one.</summary>
    private async ValueTask RecordUntakenAsync()
    {
        if (_deliveries is null) return;
        var log = await _log.ReadAsync().ConfigureAwait(false);
        foreach (var request in _deliveries.Where(request => IsUntaken(request, log))) await RecordAsync(request, log).ConfigureAwait(false);
        _deliveries = null;
    }

    private bool IsUntaken(ControlRequest request, IReadOnlyList<ProgressEvent> log) => LogFacts.IsWaiting(log, request.Path!, Now) || LogFacts.IsVoided(log, request.Path!);

    private static StepError ErrorOf(ReplayDivergenceException error) => new(null, error.Path, error.Message, "recovery", error.Kind switch
    {
        ReplayDivergenceKind.StepType => "step_type",
        ReplayDivergenceKind.Value => "recorded_value",
        _ => "divergence",
    });
}
