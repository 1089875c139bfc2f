namespace WorkflowKit.Runs;

/// <summary>The strands of a run: which go on, which wait, and when all wait.</summary>
internal sealed partial class WorkflowRun
{
    private List<Parked>? _everParked;
    private int _active = 1;
    private volatile bool _live;
    private volatile bool _clear;
    private ITimer? _deadline;

    /// <summary>The strands that wait; most runs never have one.</summary>
    private List<Parked> _parked => _everParked ??= [];

    /// <summary>Whether the replay is over: steps run.</summary>
    internal bool IsLive => _live;

    /// <summary>Whether it has not ended, and all its strands wait.</summary>
    /// <param name="waiting">How many of its steps that run are known to wait.</param>
    internal bool IsAtRestBut(int waiting)
    {
        lock (_gate) return _live && !_ended && _active == waiting;
    }

    /// <summary>Whether a step can simply run: nothing is recorded, nothing was asked for.</summary>
    internal bool IsClear => _clear;

    /// <summary>Starts strands beside each other and returns when all have ended. The strands must not throw.</summary>
    internal Task ForkAsync(int count, Func<int, ValueTask> strand)
    {
        if (count == 0) return Task.CompletedTask;
        AddStrands(count - 1);
        var fork = new Fork(this, count, strand);
        for (var i = 0; i < count; i++) StartStrand(static start => start.Fork.Start(start.Index), (Fork: fork, Index: i));
        return fork.Completion;
    }

    internal void AddStrands(int count)
    {
        lock (_gate) _active += count;
    }

    /// <summary>Begins a strand that was added. A replay runs in one thread, so that strands meet the log in one order.</summary>
    internal void StartStrand<TState>(Action<TState> start, TState state)
    {
        if (_live) ThreadPool.UnsafeQueueUserWorkItem(start, state, preferLocal: false);
        else start(state);
    }

    /// <summary>One strand less; the last one's place goes to the strand that waits for them.</summary>
    internal void LeaveFork(bool isLast)
    {
        RunOutcome? outcome = null;
        lock (_gate)
        {
            if (!isLast)
            {
                _active--;
                outcome = WhenQuiet();
            }
        }

        if (outcome is not null) End(outcome);
    }

    /// <summary>Lets the calling strand wait. In a run that has ended it waits for ever.</summary>
    internal Task<Wake> ParkAsync(ParkReason reason, string path, Halt halt, DateTimeOffset? dueAt = null, JournalRecord? record = null)
    {
        Parked parked;
        RunOutcome? outcome;
        lock (_gate)
        {
            parked = new Parked(reason, path, halt) { DueAt = dueAt, Record = record, HoldsRun = reason == ParkReason.Timer && IsShort(dueAt) };
            if (_ended) return parked.Task;
            if (WakeAtOnce(parked) is { } wake) return Task.FromResult(wake);
            _parked.Add(parked);
            _active--;
            if (_live && dueAt is { } due)
            {
                parked.Timer = Time.CreateTimer(static state => Fire(((WorkflowRun, Parked))state!), (this, parked), Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                parked.Timer.SetTo(Time, due);
            }
            outcome = WhenQuiet();
        }

        if (outcome is not null) End(outcome);
        return parked.Task;
    }

    /// <summary>Cuts a scope off: the steps in it are cancelled, the strands that wait in it go on to learn of it.</summary>
    internal void Cut(Halt halt)
    {
        halt.Request();
        List<Parked> woken;
        lock (_gate)
        {
            // While the replay lasts it sees to them in its turn.
            if (!_live) return;
            woken = _parked.FindAll(static parked => parked.Halt.IsRequested);
        }

        foreach (var parked in woken) Release(parked, Wake.Halted);
    }

    /// <summary>Hands out a recorded outcome if it is its turn.</summary>
    internal bool TryConsume(JournalRecord record)
    {
        lock (_gate)
        {
            if (!_live && !ReferenceEquals(Journal.Next, record)) return false;
            record.IsConsumed = true;
            if (Journal.Next is null && _parked.Count == 0 && !_live) GoLive();
            return true;
        }
    }

    private Wake? WakeAtOnce(Parked parked) => parked.Reason switch
    {
        ParkReason.Live when _live => Wake.Go,
        ParkReason.Outcome => null,
        _ when parked.Halt.IsRequested => Wake.Halted,
        ParkReason.Timer or ParkReason.Input or ParkReason.Child when HasDelivery(parked.Path) => Wake.Delivered,
        ParkReason.Timer or ParkReason.Input or ParkReason.Child when parked.DueAt <= Time.GetUtcNow() => Wake.Due,
        ParkReason.Boundary when !IsStopping => Wake.Go,
        _ => null,
    };

    private bool IsShort(DateTimeOffset? dueAt) => dueAt - Time.GetUtcNow() <= Services.Limits.LongestWaitInMemory;

    private static void Fire((WorkflowRun Run, Parked Parked) state)
    {
        var (run, parked) = state;
        if (run.Time.GetUtcNow() >= parked.DueAt) run.Release(parked, Wake.Due);
        else parked.Timer?.SetTo(run.Time, parked.DueAt!.Value);
    }

    private void Release(Parked parked, Wake wake)
    {
        lock (_gate)
        {
            if (!_parked.Remove(parked)) return;
            _active++;
            parked.Timer?.Dispose();
        }

        ThreadPool.UnsafeQueueUserWorkItem(static go => go.Parked.Wake(go.Wake), (Parked: parked, Wake: wake), preferLocal: false);
    }

    /// <summary>How the run ends now that nothing in it goes on; <see langword="null"/>: something does.</summary>
    private RunOutcome? WhenQuiet()
    {
        if (!_live || _ended || _active > 0) return null;
        if (_draining) return RunOutcome.Abandoned;
        if (IsPausing) return RunOutcome.Paused;
        // Those that are being cut off are about to go on, and learn of it.
        if (_parked.Exists(static parked => parked.HoldsRun || parked.Halt.IsRequested)) return null;
        return new(RunOutcomeKind.Suspended)
        {
            DueAt = _parked.Select(static parked => parked.DueAt).Append(DeadlineAt).Min(),
            WaitsForInput = _parked.Exists(static parked => parked.Reason == ParkReason.Input),
            WaitsForChild = _parked.Exists(static parked => parked.Reason == ParkReason.Child),
        };
    }
}
