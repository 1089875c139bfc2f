using WorkflowKit.Log;

namespace WorkflowKit.Stores;

/// <summary>
/// One execution in memory. Its log, status and controls are guarded by a lock of its own; who owns it and what it waits for, by the
/// store's gate. Whoever takes both takes the gate first.
/// </summary>
internal sealed partial class MemoryExecution
{
    private readonly ExecutionHeader _header;
    private readonly long _ordinal;

    // Held for a few stores at a time: a lock that can wait would cost more than what it guards.
    private SpinLock _lock = new(enableThreadOwnerTracking: false);
    private List<ControlRequest>? _controls;
    private long _lastControl;
    private long _progressAtClaim;
    private bool _wasGivenBack;
    private long _dueTicks;
    private long _purgeTicks;

    internal MemoryExecution(ExecutionHeader header, long ordinal) => (_header, _ordinal) = (header, ordinal);

    /// <summary>One that was archived; its log stays there until it is needed.</summary>
    internal MemoryExecution(in ArchivedState state, ArchiveChunk chunk, int offset) : this(state.Header, state.Ordinal)
    {
        (Status, _purgeTicks) = (state.Status, state.PurgeTicks);
        (Epoch, ClaimsWithoutProgress, _progressAtClaim, _lastControl, _wasGivenBack) = state.Counters;
        (_chunk, _offset) = (chunk, offset);
    }

    internal ExecutionHeader Header => _header;

    /// <summary>Its place in the order of creation.</summary>
    internal long Ordinal => _ordinal;

    internal ExecutionStatus Status { get; private set; }

    internal int Epoch { get; private set; }

    internal int ClaimsWithoutProgress { get; private set; }

    internal DateTimeOffset? DueAt => TimeOf(_dueTicks);

    internal DateTimeOffset? PurgeAt => TimeOf(_purgeTicks);

    internal long PendingControl { get; private set; }

    internal MemoryHost? Owner { get; set; }

    internal MemoryExecution? Previous { get; set; }

    internal MemoryExecution? Next { get; set; }

    /// <summary>Whether nothing is left to do with it, unless somebody asks for it.</summary>
    internal bool IsAtRest => Owner is null && PendingControl == 0 && Status.IsFinished();

    internal bool HasWorkWithoutOwner => Owner is null && (PendingControl > 0 || (Status is ExecutionStatus.Pending or ExecutionStatus.Running && DueAt is null));

    internal bool WaitsForTime => Owner is null && DueAt is not null && !Status.IsFinished();

    private ArchivedState State => new(_header, _ordinal, Status, new(Epoch, ClaimsWithoutProgress, _progressAtClaim, _lastControl, _wasGivenBack), _purgeTicks);

    /// <summary>The next owner's term begins; whoever wrote before writes nothing more.</summary>
    internal int BeginTerm()
    {
        using (Hold())
        {
            if (Status is ExecutionStatus.Running)
            {
                var progress = LastProgress();
                if (Epoch == 0 || progress != _progressAtClaim) ClaimsWithoutProgress = 0;
                else if (!_wasGivenBack) ClaimsWithoutProgress++;
                _progressAtClaim = progress;
            }
            _wasGivenBack = false;
            return ++Epoch;
        }
    }

    /// <summary>Its owner is gone; what that one still writes must not count.</summary>
    /// <param name="wasGivenBack">Whether the owner stopped in order: then the next claim is no sign of a crash.</param>
    internal void EndTerm(bool wasGivenBack)
    {
        // The next claim compares with the progress at the last one, so only the fence moves here.
        using (Hold())
        {
            (Epoch, _wasGivenBack) = (Epoch + 1, wasGivenBack);
            // Only who gives a running execution back can have meant it to wait.
            if (!wasGivenBack && Status is not ExecutionStatus.Paused) _dueTicks = 0;
        }
    }

    /// <summary>Changes all of it or nothing.</summary>
    /// <exception cref="ExecutionTakenOverException">The epoch is over.</exception>
    /// <exception cref="ExecutionStateException">The status cannot change in this way.</exception>
    internal void Apply(int epoch, in ExecutionChange change)
    {
        using (Hold())
        {
            if (Epoch != epoch) throw new ExecutionTakenOverException(_header.Id);
            if (Status != change.Status) ExecutionStatusTable.Demand(_header.Id, Status, change.Status);
            if (_isArchived) throw new ExecutionTakenOverException(_header.Id);
            if (change.Entry is { } entry) Add(entry);
            Status = change.Status;
            _dueTicks = change.DueAt?.UtcTicks ?? 0;
            _wasGivenBack = change.Release;
            _purgeTicks = change.PurgeAt?.UtcTicks ?? 0;
            if (change.HandledControls > 0) Handled(change.HandledControls);
            // Who gives it up writes nothing more.
            if (change.Release) Epoch++;
        }
    }

    /// <summary>Makes a new one what another is that has ended.</summary>
    internal void Fill(FinishedExecution finished)
    {
        BeginTerm();
        using (Hold())
        {
            foreach (var entry in finished.Log) Add(entry);
            (Status, _purgeTicks) = (finished.Status, finished.PurgeAt?.UtcTicks ?? 0);
        }
    }

    internal void AddControl(ControlRequest request)
    {
        using (Hold())
        {
            request.Ordinal = ++_lastControl;
            (_controls ??= []).Add(request);
            PendingControl = request.Ordinal;
        }
    }

    internal IReadOnlyList<ControlRequest> Controls()
    {
        using (Hold()) return _controls is null ? [] : [.. _controls];
    }

    internal ExecutionRecord ToRecord()
    {
        using (Hold()) return new ExecutionRecord(_header, Status, All());
    }

    internal ExecutionSummary ToSummary()
    {
        using (Hold())
        {
            var entries = Entries;
            var last = entries.IsEmpty ? default : entries[^1];
            return new ExecutionSummary(
                _header.Id, _header.WorkflowId, _header.WorkflowName, _header.DefinitionHash, _header.UserId, _header.Trigger, Status, _header.CreatedAt)
            {
                ParentId = _header.ParentId,
                RerunOf = _header.RerunOf,
                Tags = _header.Tags,
                HoldsKey = _header.ConcurrencyKey is not null && !entries.IsEmpty && !last.IsLast,
                StartedAt = entries.IsEmpty ? null : entries[0].Timestamp,
                CompletedAt = last.IsLast ? last.Timestamp : null,
                Error = (last.Whole as ExecutionFailed)?.Error,
            };
        }
    }

    private void Handled(long ordinal)
    {
        if (_controls is null) return;
        _controls.RemoveAll(request => request.Ordinal <= ordinal);
        if (_controls.Count == 0) PendingControl = 0;
    }

    private static DateTimeOffset? TimeOf(long ticks) => ticks == 0 ? null : new(ticks, TimeSpan.Zero);

    private Held Hold()
    {
        var isTaken = false;
        _lock.Enter(ref isTaken);
        return new Held(ref _lock);
    }

    private readonly ref struct Held(ref SpinLock @lock)
    {
        private readonly ref SpinLock _lock = ref @lock;

        public void Dispose() => _lock.Exit(useMemoryBarrier: false);
    }
}
