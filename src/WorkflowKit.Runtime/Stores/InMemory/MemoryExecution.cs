using WorkflowKit.Log;

namespace WorkflowKit.Stores;

/// <summary>
/// One execution in memory. Its log, status and controls are guarded by a lock on the object; who owns it and what it waits for, by the
/// store's gate. Whoever takes both takes the gate first.
/// </summary>
internal sealed class MemoryExecution(ExecutionHeader header, long ordinal)
{
    private const int SmallestLog = 16;
    private const int LargestFirstGuess = 1024;

    private MemoryEntry[] _entries = [];
    private int _count;
    private List<ControlRequest>? _controls;
    private long _lastControl;
    private long _progressAtClaim;
    private bool _wasGivenBack;
    private long _dueTicks;
    private long _purgeTicks;

    internal ExecutionHeader Header => header;

    /// <summary>Its place in the order of creation.</summary>
    internal long Ordinal => ordinal;

    internal ExecutionStatus Status { get; set; }

    internal int Epoch { get; private set; }

    internal int ClaimsWithoutProgress { get; private set; }

    internal DateTimeOffset? DueAt
    {
        get => TimeOf(_dueTicks);
        set => _dueTicks = value?.UtcTicks ?? 0;
    }

    internal DateTimeOffset? PurgeAt
    {
        get => TimeOf(_purgeTicks);
        set => _purgeTicks = value?.UtcTicks ?? 0;
    }

    internal long PendingControl { get; private set; }

    internal int Count => _count;

    internal MemoryHost? Owner { get; set; }

    internal MemoryExecution? Previous { get; set; }

    internal MemoryExecution? Next { get; set; }

    internal bool HasWorkWithoutOwner => Owner is null && (Status is ExecutionStatus.Pending or ExecutionStatus.Running || PendingControl > 0);

    /// <summary>The next owner's term begins; whoever wrote before writes nothing more.</summary>
    internal int BeginTerm()
    {
        lock (this)
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
        lock (this) (Epoch, _wasGivenBack) = (Epoch + 1, wasGivenBack);
    }

    internal bool Append(int epoch, ProgressEvent entry)
    {
        lock (this)
        {
            if (epoch != Epoch) return false;
            if (_count == _entries.Length) Grow(entry);
            entry.Place(header.Id, _count + 1);
            _entries[_count++] = MemoryEntry.Of(entry);
            return true;
        }
    }

    /// <returns>The entry's place; 0 where the term is over, or only the event itself can be kept.</returns>
    internal long TryAppend(int epoch, in StepFact fact)
    {
        if (!MemoryEntry.Fits(fact)) return 0;
        lock (this)
        {
            if (epoch != Epoch) return 0;
            if (_count == _entries.Length) Grow(null);
            _entries[_count++] = new MemoryEntry(fact);
            return _count;
        }
    }

    internal LogSlice Read(long after = 0, int limit = int.MaxValue)
    {
        lock (this)
        {
            var start = (int)Math.Clamp(after, 0, _count);
            var count = Math.Min(limit, _count - start);
            return count == 0 ? LogSlice.Empty : new LogSlice(header.Id, _entries, start, count);
        }
    }

    internal void AddControl(ControlRequest request)
    {
        lock (this)
        {
            request.Ordinal = ++_lastControl;
            (_controls ??= []).Add(request);
            PendingControl = request.Ordinal;
        }
    }

    internal IReadOnlyList<ControlRequest> Controls()
    {
        lock (this) return _controls is null ? [] : [.. _controls];
    }

    internal void Handled(long ordinal)
    {
        if (_controls is null) return;
        _controls.RemoveAll(request => request.Ordinal <= ordinal);
        if (_controls.Count == 0) PendingControl = 0;
    }

    internal ExecutionRecord ToRecord()
    {
        lock (this) return new ExecutionRecord(header, Status, Read());
    }

    internal ExecutionSummary ToSummary()
    {
        lock (this)
        {
            var last = _count == 0 ? default : _entries[_count - 1];
            return new ExecutionSummary(
                header.Id, header.WorkflowId, header.WorkflowName, header.DefinitionHash, header.UserId, header.Trigger, Status, header.CreatedAt)
            {
                ParentId = header.ParentId,
                RerunOf = header.RerunOf,
                HoldsKey = header.ConcurrencyKey is not null && _count > 0 && !last.IsLast,
                StartedAt = _count == 0 ? null : _entries[0].Timestamp,
                CompletedAt = last.IsLast ? last.Timestamp : null,
                Error = (last.Whole as ExecutionFailed)?.Error,
            };
        }
    }

    /// <summary>The last entry that tells of work done: not of a claim, nor of a step that may have brought its host down.</summary>
    private long LastProgress()
    {
        for (var index = _count - 1; index >= 0; index--)
            if (_entries[index].IsProgress) return index + 1;
        return 0;
    }

    private static DateTimeOffset? TimeOf(long ticks) => ticks == 0 ? null : new(ticks, TimeSpan.Zero);

    private void Grow(ProgressEvent? entry)
    {
        // A straight run makes two entries a step, and three around them: most logs never grow again.
        var size = _count > 0 ? _count * 2
            : entry is ExecutionStarted started ? Math.Min(started.TotalSteps * 2 + 3, LargestFirstGuess)
            : SmallestLog;
        Array.Resize(ref _entries, size);
    }
}
