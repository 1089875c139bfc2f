using WorkflowKit.Runs;

namespace WorkflowKit.Engine;

/// <summary>Taking up what another host, or an earlier life of this one, left behind.</summary>
internal sealed partial class ExecutionActor
{
    private static readonly TimeSpan FirstRecoveryDelay = TimeSpan.FromSeconds(5);

    private DateTimeOffset? _notBefore;
    private ITimer? _recovery;
    private bool _wasClaimed;

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
        // Whatever brings its hosts down must not bring them down all the time.
        if (_resume is PauseReason.Recovery && _log.ClaimsWithoutProgress is > 0 and var claims && claims < _core.Options.RecoveryLimit)
            _notBefore = now + FirstRecoveryDelay * Math.Pow(2, Math.Min(claims, 10) - 1);
    }

    /// <summary>Whether it is too early to run; a turn comes when it is time. What is to end does not wait.</summary>
    private bool MustWait()
    {
        if (_notBefore is not { } time || _cancel is not null || _core.Time.GetUtcNow() >= time) return false;
        _recovery ??= _core.Time.CreateTimer(static actor => ((ExecutionActor)actor!).Poke(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _recovery.SetTo(_core.Time, time);
        return true;
    }

    private StepError RecoveryLimitError() => new(
        null, null, $"The execution was taken up {_log.ClaimsWithoutProgress} times in a row after its host was gone, and came no further.", "recovery", "recovery_limit");
}
