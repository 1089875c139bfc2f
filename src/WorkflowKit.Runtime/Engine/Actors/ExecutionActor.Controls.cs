using WorkflowKit.Log;
using WorkflowKit.Runs;
using WorkflowKit.Stores;

namespace WorkflowKit.Engine;

/// <summary>What people ask of the execution. A request that its status does not allow any more is answered with an error and changes nothing.</summary>
internal sealed partial class ExecutionActor
{
    private List<ControlRequest>? _deliveries;
    private bool _childEnded;
    private long _seenControl;
    private ControlRequest? _cancel;
    private ControlRequest? _pause;
    private ControlRequest? _unpause;

    /// <summary>Tells a run of what must not wait for a turn: its thread may be in a step.</summary>
    internal void Hint(ControlRequest request)
    {
        if (request.Kind is ControlKind.Cancel) _run?.RequestCancel();
        if (request.Kind is ControlKind.Cancel) _cancel ??= request;
    }

    /// <summary>The host stops: the run ends at the next step boundaries.</summary>
    internal void Drain()
    {
        _run?.RequestDrain();
        Poke();
    }

    /// <summary>The host has stopped waiting, or has lost the execution: it is let go of, whether it runs or waits to.</summary>
    internal void Abandon()
    {
        _isAbandoned = true;
        _run?.Abandon();
        Poke();
    }

    private async ValueTask HandleControlsAsync()
    {
        await PassAsync(CrashPoint.BeforeControl).ConfigureAwait(false);
        var asked = _core.Answers.OpenOf(Id);
        var requests = await _log.ReadControlsAsync().ConfigureAwait(false);
        // What is not there any more was handled by another host, which had the execution meanwhile.
        foreach (var requestId in asked.Except(requests.Select(static request => request.Id))) _core.Answers.Give(requestId, null);
        foreach (var request in requests)
        {
            if (request.Ordinal <= _seenControl) continue;
            // A run that has just ended is settled in the next turn; only then is it known what the request meets.
            if (_run is { HasEnded: true }) break;
            _seenControl = request.Ordinal;
            Exception? refusal = null;
            try
            {
                if (IsRunning) await HandleRunningAsync(request).ConfigureAwait(false);
                else await HandleRestingAsync(request).ConfigureAwait(false);
            }
            catch (WorkflowKitException error) when (error is not ExecutionTakenOverException)
            {
                refusal = error;
            }
            _core.Answers.Give(request.Id, refusal);
            if (_isOver) break;
        }
        await PassAsync(CrashPoint.AfterControl).ConfigureAwait(false);
    }

    private async ValueTask HandleRunningAsync(ControlRequest request)
    {
        switch (request.Kind)
        {
            case ControlKind.Cancel:
                _cancel ??= request;
                _run!.RequestCancel();
                break;
            case ControlKind.Pause:
                (_pause, _unpause) = (_pause ?? request, null);
                _run!.RequestPause();
                break;
            case ControlKind.Resume:
                if (_pause is not null) _unpause = request;
                break;
            case ControlKind.Retry:
                throw new ExecutionStateException(Id, _log.Status, "be retried: it has not failed");
            case ControlKind.Skip or ControlKind.Input:
                DemandWaiting(request, await _log.ReadAsync().ConfigureAwait(false));
                (_deliveries ??= []).Add(request);
                Deliver(_run!, request);
                break;
            case ControlKind.ChildEnded:
                _childEnded = true;
                if (await OutcomeOfAsync(request.ChildId!).ConfigureAwait(false) is { } outcome) _run!.DeliverChild(request.Path!, outcome);
                break;
        }
    }

    private async ValueTask HandleRestingAsync(ControlRequest request)
    {
        if (request.Kind is ControlKind.Cancel)
        {
            await CancelRestingAsync(request).ConfigureAwait(false);
            return;
        }
        var log = await _log.ReadAsync().ConfigureAwait(false);
        var status = _log.Status;
        switch (request.Kind)
        {
            case ControlKind.Pause: await PauseRestingAsync(request, log).ConfigureAwait(false); break;
            case ControlKind.Resume:
                DemandUnfinished("be resumed");
                // A pause that a run is yet to carry out is taken back as in a run.
                if (_pause is not null) _unpause = request;
                else if (status is ExecutionStatus.Paused && LogFacts.LastPause(log) is PauseReason.User or PauseReason.Recovery)
                    await GoOnAsync(request.Ordinal, new ExecutionResumed(Now, PauseReason.User, request.By)).ConfigureAwait(false);
                break;
            case ControlKind.Retry: await GoOnAsync(request.Ordinal, RetryOf(request, log)).ConfigureAwait(false); break;
            case ControlKind.Skip: await SkipRestingAsync(request, log).ConfigureAwait(false); break;
            case ControlKind.Input:
                DemandWaiting(request, log);
                await RecordAsync(request, log).ConfigureAwait(false);
                // What a person paused goes on when a person says so; the run finds the data then.
                if (status is ExecutionStatus.Paused && LogFacts.LastPause(log) is PauseReason.User)
                    await CommitAsync(null, new ExecutionChange(status) { HandledControls = HandledBefore(request.Ordinal) }).ConfigureAwait(false);
                else await GoOnAsync(request.Ordinal, new ExecutionResumed(Now, PauseReason.Input, request.By)).ConfigureAwait(false);
                break;
            case ControlKind.ChildEnded:
                // A run looks for its children's ends itself.
                if (status is ExecutionStatus.Paused && LogFacts.LastPause(log) is PauseReason.Timer or PauseReason.Input)
                    await GoOnAsync(request.Ordinal, new ExecutionResumed(Now, PauseReason.Timer)).ConfigureAwait(false);
                break;
        }
    }

    private async ValueTask CancelRestingAsync(ControlRequest request)
    {
        if (_log.Status is ExecutionStatus.Cancelled) return;
        DemandUnfinished("be cancelled");
        _cancel ??= request;
        IReadOnlyList<ProgressEvent> log;
        try
        {
            log = await _log.ReadAsync().ConfigureAwait(false);
        }
        catch (ExecutionCorruptException error)
        {
            await CancelUnreadableAsync(error).ConfigureAwait(false);
            return;
        }
        if (!LogFacts.HasStarted(log))
        {
            await EndAsync(ExecutionStatus.Cancelled, new ExecutionCancelled(Now, request.By, request.Reason)).ConfigureAwait(false);
            return;
        }
        // What has begun runs once more, to undo what it did. From now on it is not paused, and the request stays stored until the end.
        if (_log.Status is ExecutionStatus.Paused)
            await CommitAsync(null, new ExecutionChange(ExecutionStatus.Pending) { HandledControls = request.Ordinal - 1 }).ConfigureAwait(false);
        (_wantsRun, _resume) = (true, null);
    }

    private async ValueTask PauseRestingAsync(ControlRequest request, IReadOnlyList<ProgressEvent> log)
    {
        DemandUnfinished("be paused");
        // What it was asked for before comes first: the run that is to carry it out pauses then, unless it was cancelled.
        if (_wantsRun && HandledBefore(request.Ordinal) < request.Ordinal)
        {
            (_pause, _unpause) = (request, null);
            return;
        }
        if (_log.Status is ExecutionStatus.Paused && LogFacts.LastPause(log) is PauseReason.User) return;
        await PauseAsync(new ExecutionPaused(Now, PauseReason.User, request.By)).ConfigureAwait(false);
    }

    private async ValueTask SkipRestingAsync(ControlRequest request, IReadOnlyList<ProgressEvent> log)
    {
        ExecutionResumed resumed;
        if (_log.Status is ExecutionStatus.Failed)
        {
            if (!LogFacts.HasFailed(log, request.Path!)) throw new StepNotWaitingException(Id, request.Path!, "has not failed and does not wait: there is nothing to skip");
            DemandSkippable(request, log);
            resumed = RetryOf(request, log);
        }
        else
        {
            DemandUnfinished("skip a step");
            DemandWaiting(request, log);
            resumed = new ExecutionResumed(Now, PauseReason.User, request.By);
        }
        // After the retry, which makes what the step came to count no more. Until both are stored the request stays, too.
        await GoOnAsync(request.Ordinal - 1, resumed).ConfigureAwait(false);
        await RecordAsync(request, log).ConfigureAwait(false);
    }

    /// <summary>The execution waits for its turn from now on.</summary>
    /// <param name="handled">Up to where requests are done with.</param>
    /// <param name="resumed">Tells of it.</param>
    private async ValueTask GoOnAsync(long handled, ExecutionResumed resumed)
    {
        await CommitAsync(resumed, new ExecutionChange(_log.Status is ExecutionStatus.Running ? ExecutionStatus.Running : ExecutionStatus.Pending)
        {
            HandledControls = HandledBefore(handled),
        }).ConfigureAwait(false);
        (_wantsRun, _resume) = (true, null);
    }

    /// <summary>Up to where requests are done with: what a run is yet to carry out or to be given stays stored, and all after it.</summary>
    private long HandledBefore(long ordinal)
    {
        if (_cancel is { Ordinal: > 0 } cancel) ordinal = Math.Min(ordinal, cancel.Ordinal - 1);
        if (_pause is { } pause) ordinal = Math.Min(ordinal, pause.Ordinal - 1);
        _deliveries?.ForEach(request => ordinal = Math.Min(ordinal, request.Ordinal - 1));
        return ordinal;
    }

    private ExecutionResumed RetryOf(ControlRequest request, IReadOnlyList<ProgressEvent> log)
    {
        if (_log.Status is not ExecutionStatus.Failed || LogFacts.Last<ExecutionFailed>(log) is not { } failed)
            throw new ExecutionStateException(Id, _log.Status, "be retried: it has not failed");
        return new ExecutionResumed(Now, PauseReason.User, request.By, failed.Voided, failed.Undone);
    }

    private void DemandUnfinished(string wanted)
    {
        if (_log.Status.IsFinished()) throw new ExecutionStateException(Id, _log.Status, wanted);
    }

    private void DemandWaiting(ControlRequest request, IReadOnlyList<ProgressEvent> log)
    {
        if (request.Kind is ControlKind.Input) DemandUnfinished("take input");
        var path = request.Path!;
        if (_deliveries?.Exists(other => other.Path == path) ?? false) throw new StepNotWaitingException(Id, path, "was answered already");
        var waits = request.Kind is ControlKind.Input ? LogFacts.OpenRequest(log, path, Now) is not null : LogFacts.IsWaiting(log, path, Now) || LogFacts.IsVoided(log, path);
        if (!waits) throw new StepNotWaitingException(Id, path, "does not wait");
        if (request.Kind is ControlKind.Skip) DemandSkippable(request, log);
    }

    /// <summary>Writes into the log what a person gave to a step, or that it is left out; the next run finds it there, however long it takes to come to the step.</summary>
    private async ValueTask RecordAsync(ControlRequest request, IReadOnlyList<ProgressEvent> log)
    {
        var path = request.Path!;
        var step = LogFacts.Last<StepEvent>(log, path)!.Step;
        if (request.Kind is ControlKind.Input)
        {
            Append(new InputReceived(Now, step, path, request.By, request.Data!.Value));
            return;
        }
        if (step.Type is "workflow") await _core.Controls.CancelChildrenOfAsync(Header, request, path).ConfigureAwait(false);
        Append(new StepSkipped(Now, step, path, SkipReason.User, request.By, request.Data));
    }

    private static void Deliver(WorkflowRun run, ControlRequest request)
    {
        if (request.Kind is ControlKind.Input) run.DeliverInput(request.Path!, request.Data!.Value, request.By);
        else run.Skip(request.Path!, request.Data, request.By);
    }
}
