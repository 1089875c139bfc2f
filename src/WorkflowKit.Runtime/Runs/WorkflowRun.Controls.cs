using System.Text.Json;

namespace WorkflowKit.Runs;

/// <summary>What the engine asks of a run, before it begins or while it is under way; from any thread.</summary>
internal sealed partial class WorkflowRun
{
    private Dictionary<string, Delivery>? _deliveries;
    private volatile bool _pausing;
    private volatile bool _draining;
    private volatile bool _cancelled;
    private volatile bool _timedOut;

    /// <summary>Whether strands are to wait at step boundaries.</summary>
    internal bool IsStopping => IsPausing || _draining;

    /// <summary>What is cancelled does not pause: it is undone, and ends.</summary>
    private bool IsPausing => _pausing && !_cancelled;

    /// <summary>Cancels the execution: steps' tokens are cancelled, then what completed is compensated.</summary>
    internal void RequestCancel()
    {
        lock (_gate) _cancelled = true;
        CutMain();
    }

    /// <summary>Stops at the next step boundaries; the run ends as <see cref="RunOutcomeKind.Paused"/> unless it ends otherwise first.</summary>
    internal void RequestPause() => Stop(() => _pausing = true);

    /// <summary>Stops at the next step boundaries because the host stops; the run ends as <see cref="RunOutcomeKind.Abandoned"/>.</summary>
    internal void RequestDrain() => Stop(() => _draining = true);

    /// <summary>Ends the run at once and drops whatever is under way in it: the execution is another host's now, or the host's grace is over.</summary>
    internal void Abandon()
    {
        End(RunOutcome.Abandoned);
        _main.Request();
        lock (_gate)
        {
            foreach (var shield in _shields) shield.Request();
        }
    }

    /// <summary>Gives a person's data, already checked, to the <c>input</c> step at a path; kept until the run gets there.</summary>
    internal void DeliverInput(string path, JsonElement data, string? by) => Deliver(path, new InputDelivery(data, by));

    /// <summary>Gives the end of a child to its <c>workflow</c> step; kept until the run gets there.</summary>
    internal void DeliverChild(string path, ChildOutcome outcome) => Deliver(path, new ChildDelivery(outcome));

    /// <summary>Skips the waiting step at a path, or the failed one that a retry would run again; kept until the run gets there.</summary>
    internal void Skip(string path, JsonElement? substitute, string? by) => Deliver(path, new SkipDelivery(substitute, by));

    internal SkipDelivery? TakeSkip(string path) => Take<SkipDelivery>(path);

    /// <summary>Whether a person leaves the step at a path out, now or in the log.</summary>
    internal bool IsLeftOut(string path)
    {
        if (_clear) return false;
        lock (_gate)
        {
            if (_deliveries?.GetValueOrDefault(path) is SkipDelivery) return true;
        }

        return Journal.Find(path)?.Outcome is StepSkipped { Reason: SkipReason.User };
    }

    /// <summary>Takes what was delivered for a path, if it is of this kind.</summary>
    internal TDelivery? Take<TDelivery>(string path) where TDelivery : Delivery
    {
        lock (_gate)
        {
            if (_deliveries?.GetValueOrDefault(path) is not TDelivery delivery) return null;
            _deliveries.Remove(path);
            UpdateClear();
            return delivery;
        }
    }

    /// <summary>A scope that neither a cancel nor a timeout cuts off: for <c>finally</c> and compensation.</summary>
    internal Halt Shield()
    {
        var shield = new Halt(outer: null);
        lock (_gate) _shields.Add(shield);
        return shield;
    }

    private List<Halt> _shields => field ??= [];

    private DateTimeOffset? DeadlineAt => field ??= Setup.Program.Settings.Timeout is { } timeout
        ? (Setup.Recorded.OfType<ExecutionResumed>().LastOrDefault(static resumed => resumed.Voided.Count > 0)?.Timestamp ?? Setup.Execution.StartedAt) + timeout
        : null;

    internal bool HasDelivery(string path)
    {
        lock (_gate) return _deliveries?.ContainsKey(path) ?? false;
    }

    private void Deliver(string path, Delivery delivery)
    {
        Parked? waiting;
        lock (_gate)
        {
            (_deliveries ??= new(StringComparer.Ordinal))[path] = delivery;
            UpdateClear();
            waiting = !_live ? null : _parked.Find(parked =>
                parked.Path == path && parked.Reason is ParkReason.Timer or ParkReason.Input or ParkReason.Child);
        }

        if (waiting is not null) Release(waiting, Wake.Delivered);
    }

    private void Stop(Action mark)
    {
        RunOutcome? outcome;
        lock (_gate)
        {
            mark();
            UpdateClear();
            outcome = WhenQuiet();
        }

        if (outcome is not null) End(outcome);
    }

    private void CutMain()
    {
        lock (_gate)
        {
            if (!_live)
            {
                _cutOffPending = true;
                return;
            }
        }

        Cut(_main);
    }

    private void ArmDeadline()
    {
        if (DeadlineAt is not { } deadline || _ended) return;
        if (deadline <= Time.GetUtcNow())
        {
            // A timer would come too late for a run that only waits on: it would lie down again, and be due again, without an end.
            _timedOut = true;
            _main.Request();
            return;
        }

        _deadline = Time.CreateTimer(static run => ((WorkflowRun)run!).OnDeadline(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _deadline.SetTo(Time, deadline);
    }

    private void OnDeadline()
    {
        lock (_gate)
        {
            if (_ended || DeadlineAt is not { } deadline) return;
            if (Time.GetUtcNow() < deadline)
            {
                _deadline?.SetTo(Time, deadline);
                return;
            }

            _timedOut = true;
        }

        CutMain();
    }

    private void UpdateClear() =>
        _clear = _live && !_ended && !IsStopping && Journal.IsEmpty && _deliveries is null or { Count: 0 } && _setup.CrashPoints is null;
}
