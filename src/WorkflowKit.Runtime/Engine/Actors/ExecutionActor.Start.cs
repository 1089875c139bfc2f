using WorkflowKit.Log;
using WorkflowKit.Runs;
using WorkflowKit.Stores;

namespace WorkflowKit.Engine;

/// <summary>From having a turn to running the program.</summary>
internal sealed partial class ExecutionActor
{
    private DateTimeOffset _startedAt;

    // The time, while it is fresh: nothing was waited for since somebody looked at the clock.
    private DateTimeOffset? _now;

    // Its secrets are known no more, so that no program can run on, not even to undo something.
    private bool _isPastRunning;

    // Its last run here ended because log and program part, and whoever asks for something since then can know it.
    private bool _isKnownToPart;

    private ValueTask StartRunAsync() =>
        _isPastRunning ? EndCancelledAsync() :
        // The usual: a new execution, whose program is at hand.
        _lease is not null && _log.LastSequence == 0 && _core.CrashPoints is null ? StartRunAsync([]) : PrepareAndStartRunAsync();

    private async ValueTask PrepareAndStartRunAsync()
    {
        if (IsBeyondRecovery)
        {
            await FailWithoutRunAsync(RecoveryLimitError()).ConfigureAwait(false);
            return;
        }
        await PassAsync(CrashPoint.BeforeStart).ConfigureAwait(false);
        IReadOnlyList<ProgressEvent> recorded = [];
        try
        {
            if (_log.LastSequence > 0) recorded = await _log.ReadAsync().ConfigureAwait(false);
        }
        catch (ExecutionCorruptException error)
        {
            await PauseUnreadableAsync(error).ConfigureAwait(false);
            return;
        }
        await StartRunAsync(recorded).ConfigureAwait(false);
    }

    private ValueTask StartRunAsync(IReadOnlyList<ProgressEvent> recorded)
    {
        _wantsRun = false;
        var startedAt = recorded.Count == 0 ? null : LogFacts.Last<ExecutionStarted>(recorded)?.Timestamp;
        var now = _now ?? _core.Time.GetUtcNow();
        ProgressEvent? entry = startedAt is null ? new ExecutionStarted(now, Header.WorkflowId, _lease!.Workflow.KnownSteps)
            : _resume is { } reason ? new ExecutionResumed(now, reason)
            : null;
        var isRecovery = _resume is PauseReason.Recovery;
        _resume = null;
        _startedAt = startedAt ?? now;
        _isKnownToPart = recorded is [.., ExecutionPaused { Reason: PauseReason.Recovery }];
        _now = now;
        var commit = CommitAsync(entry, new ExecutionChange(ExecutionStatus.Running));
        if (!commit.IsCompletedSuccessfully || _core.CrashPoints is not null) return MakeRunAfterAsync(commit, recorded, isRecovery);
        MakeRun(recorded, isRecovery);
        return ValueTask.CompletedTask;
    }

    private async ValueTask MakeRunAfterAsync(ValueTask commit, IReadOnlyList<ProgressEvent> recorded, bool isRecovery)
    {
        _now = null;
        await commit.ConfigureAwait(false);
        await PassAsync(CrashPoint.AfterStart).ConfigureAwait(false);
        MakeRun(recorded, isRecovery);
    }

    private void MakeRun(IReadOnlyList<ProgressEvent> recorded, bool isRecovery)
    {
        _span = _core.Traces.Begin(Header, _caller, isRecovery);
        _run = NewRun(recorded);
        _deliveries?.ForEach(request => Deliver(_run, request));
        if (_pause is not null) _run.RequestPause();
        if (_cancel is not null) _run.RequestCancel();
        if (_core.IsStopping) _run.RequestDrain();
        _startPending = true;
    }

    private WorkflowRun NewRun(IReadOnlyList<ProgressEvent> recorded) => new(new RunSetup
    {
        Program = _lease!.Workflow,
        Execution = new ExecutionInfo(Id, Header.WorkflowId, Header.UserId, _startedAt, Header.Trigger),
        Inputs = _inputs,
        Services = _core.Runs,
        Log = this,
        Children = this,
        CrashPoints = _core.CrashPoints,
        Span = _span?.Context ?? default,
        Secrets = _core.Secrets.Knows(Id) ? SecretTexts.Of(_inputs, Header.Inputs) : null,
        Recorded = recorded,
    });

    private void EndSpan(ExecutionStatus status, StepError? error)
    {
        if (_span is { } span) _core.Traces.End(span, Header, status, error);
        _span = null;
    }

    /// <summary>Before it waits for a turn: what this host cannot run shall not wait here.</summary>
    private async ValueTask LoadAsync()
    {
        try
        {
            _lease = await _core.LeaseAsync(Header.WorkflowId, Header.DefinitionHash).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            await LeaveToOthersAsync(error).ConfigureAwait(false);
            return;
        }
        _inputs = _core.Secrets.InputsOf(Header);
        var areSecretsGone = _wasClaimed && !_core.Secrets.Knows(Id) && WorkflowInputs.HasMasks(_lease.Workflow, _inputs);
        _isPastRunning = areSecretsGone && _cancel is not null;
        if (areSecretsGone && !_isPastRunning)
            await PauseForHostAsync(new StepError(null, null, "Inputs of the execution were secret, and only the host that took them knew them; start the workflow anew.", "recovery", "secrets_gone")).ConfigureAwait(false);
        else await GoOnAsync().ConfigureAwait(false);
    }

    /// <summary>It is nobody's again, as it was found, and what it was asked for stays asked: another host may have its program, or this one some day.</summary>
    private async ValueTask LeaveToOthersAsync(Exception error)
    {
        _core.Unserved.Add(Header, error);
        await CommitAsync(null, new ExecutionChange(_log.Status) { DueAt = _log.DueAt, PurgeAt = _log.PurgeAt, Release = true }).ConfigureAwait(false);
        (_isReleased, _isOver, _wantsRun) = (true, true, false);
    }
}
