using WorkflowKit.Runs;
using WorkflowKit.Stores;

namespace WorkflowKit.Engine;

/// <summary>Taking up what another host, or an earlier life of this one, left behind.</summary>
internal sealed partial class ExecutionActor
{
    private static readonly TimeSpan FirstRecoveryDelay = TimeSpan.FromSeconds(5);

    private DateTimeOffset? _notBefore;
    private bool _wasClaimed;

    /// <summary>Whether it is to fail without another try.</summary>
    private bool IsBeyondRecovery => _resume is PauseReason.Recovery && _log.ClaimsWithoutProgress >= _core.Options.RecoveryLimit;

    /// <summary>An execution that was claimed: what it is due for follows from where it stands.</summary>
    internal void Recover(DateTimeOffset now)
    {
        _wasClaimed = true;
        (_wantsRun, _resume) = _log.Status switch
        {
            ExecutionStatus.Pending => (true, null),
            ExecutionStatus.Running => (true, PauseReason.Recovery),
            ExecutionStatus.Paused when _log.DueAt <= now => (true, PauseReason.Timer),
            _ => (false, (PauseReason?)null),
        };
        // One that waited in nobody's hands since was counted when it was found.
        if (_resume is PauseReason.Recovery && _log.DueAt is null)
        {
            EngineTelemetry.Recovered(Header);
            _core.Pump.TookUp();
        }
        // Whatever brings its hosts down must not bring them down all the time.
        if (_resume is PauseReason.Recovery && _log.ClaimsWithoutProgress is > 0 and var claims && claims < _core.Options.RecoveryLimit)
            _notBefore = _log.DueAt ?? now + FirstRecoveryDelay * Math.Pow(2, Math.Min(claims, 10) - 1);
    }

    /// <summary>Whether it is too early to run. What is to end does not wait.</summary>
    private bool MustWait() => _notBefore is { } time && _cancel is null && _core.Time.GetUtcNow() < time;

    /// <summary>It waits in nobody's hands: should this host die meanwhile, that is no fault of the execution's.</summary>
    private async ValueTask GiveUpUntilItsTimeAsync()
    {
        await CommitAsync(null, new ExecutionChange(_log.Status) { DueAt = _notBefore, PurgeAt = _log.PurgeAt, HandledControls = _seenControl, Release = true }).ConfigureAwait(false);
        (_isReleased, _isOver) = (true, true);
        _core.Pump.Arm(_notBefore!.Value);
    }

    private StepError RecoveryLimitError() => new(
        null, null, $"The execution was taken up {_log.ClaimsWithoutProgress} times in a row after its host was gone, and came no further.", "recovery", "recovery_limit");
}
