using WorkflowKit.Log;

namespace WorkflowKit.Stores;

/// <summary>
/// One owner's term of one execution in a database. Entries and changes gather here until the writer takes them; what could not be written stays, in
/// its order, for the next try.
/// </summary>
internal sealed class StoredLog : IExecutionLog
{
    // A log of this length is not held in memory beside the database.
    private const int MostHeld = 2_000;

    // A relaxed run does not get further ahead of the disk than this.
    private const int MostAhead = 1_000;

    private readonly ILogBackend _backend;
    private readonly Lock _gate = new();
    private readonly List<ProgressEvent> _undurable = [];
    private JournalBatch? _unwritten;
    private ExecutionChange? _change;
    private LogWrite? _queued;
    private LogWrite? _underWay;
    private List<ProgressEvent>? _all;
    private ExecutionState _state;
    private long _last;
    private long _durable;
    private long _changes;
    private long _lastControl;
    private long _handledControl;
    private bool _isTakenOver;
    private bool _hasFailed;

    internal StoredLog(ILogBackend backend, ExecutionHeader header, in ExecutionState state)
    {
        _backend = backend;
        Header = header;
        _state = state;
        (_last, _durable, _changes, _lastControl) = (state.LastSequence, state.LastSequence, state.Changes, state.PendingControl);
        Fence = state.Fence;
        if (_last == 0) _all = [];
    }

    public ExecutionHeader Header { get; }

    /// <summary>The execution's key in the database.</summary>
    internal long Key => _state.Key;

    internal string Owner => _state.Owner;

    internal int Epoch => _state.Epoch;

    /// <summary>
    /// A number of the store's, for its writer alone: which fence of the owner's the execution is known to be behind, so that it need not be asked for until an
    /// execution is taken from the owner. 0: it is not known.
    /// </summary>
    internal long Fence { get; set; }

    public ExecutionStatus Status => _state.Status;

    public DateTimeOffset? DueAt => _state.DueAt;

    public DateTimeOffset? PurgeAt => _state.PurgeAt;

    public long LastSequence => Volatile.Read(ref _last);

    public long DurableSequence => Volatile.Read(ref _durable);

    public int ClaimsWithoutProgress => _state.ClaimsWithoutProgress;

    public long PendingControl
    {
        get
        {
            var last = Volatile.Read(ref _lastControl);
            return last > Volatile.Read(ref _handledControl) ? last : 0;
        }
    }

    public void Append(ProgressEvent entry)
    {
        lock (_gate)
        {
            if (!_isTakenOver) Add(entry);
        }
    }

    public ValueTask CommitAsync(CancellationToken cancellationToken = default)
    {
        LogWrite? write, added = null;
        bool waits;
        lock (_gate)
        {
            if (_isTakenOver) return ValueTask.FromException(new ExecutionTakenOverException(Header.Id));
            if (_unwritten is not null || _change is not null) write = _queued ??= added = new LogWrite(this);
            else write = _queued ?? _underWay;
            write?.Join();
            // Where the last try failed, nothing goes on that is not stored, however relaxed the host is.
            waits = _backend.IsStrict || _hasFailed || _undurable.Count > MostAhead;
        }
        if (added is not null) _backend.Write(added);
        return write is null || (!waits && !write.Done.IsFaulted) ? default : new(write.Done.WaitAsync(cancellationToken));
    }

    public async ValueTask CommitAsync(ExecutionChange change, CancellationToken cancellationToken = default)
    {
        LogWrite? write, added = null;
        while (true)
        {
            Task? earlier;
            lock (_gate)
            {
                if (_isTakenOver) throw new ExecutionTakenOverException(Header.Id);
                if (_state.Status != change.Status) ExecutionStatusTable.Demand(Header.Id, _state.Status, change.Status);
                earlier = IsOfAnother(_underWay?.Change, change) ? _underWay!.Join().Done : IsOfAnother(_change, change) ? (_queued ??= added = new LogWrite(this)).Join().Done : null;
                if (earlier is null)
                {
                    if (_underWay?.Change is null) _change = change;
                    write = (_underWay?.Change is not null ? _underWay : _queued ??= added = new LogWrite(this)).Join();
                    break;
                }
            }
            if (added is not null) _backend.Write(added);
            added = null;
            await earlier.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        if (added is not null) _backend.Write(added);
        await write.Done.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public ValueTask<IReadOnlyList<ControlRequest>> ReadControlsAsync(CancellationToken cancellationToken = default) =>
        _backend.ReadControlsAsync(this, cancellationToken);

    public async ValueTask<IReadOnlyList<ProgressEvent>> ReadAsync(CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (_all is not null) return [.. _all];
        }
        var stored = await _backend.ReadLogAsync(this, cancellationToken).ConfigureAwait(false);
        lock (_gate)
        {
            // What came about meanwhile may stand in both.
            var known = stored.Count == 0 ? 0 : stored[^1].Sequence;
            return [.. stored, .. _undurable.Where(entry => entry.Sequence > known)];
        }
    }

    /// <summary>Somebody asked for something.</summary>
    internal void Heard(long ordinal)
    {
        lock (_gate) Volatile.Write(ref _lastControl, Math.Max(_lastControl, ordinal));
    }

    internal void Seal(LogWrite write)
    {
        lock (_gate)
        {
            (_queued, _underWay) = (null, write);
            (write.Change, _change) = (_change, null);
            if (write.Change is { } change)
            {
                write.ChangeNumber = _changes + 1;
                // One that was numbered by an earlier try has its place already.
                if (change.Entry is { } entry && !(entry.Sequence > 0 && _undurable.Contains(entry))) Add(entry);
            }
            (write.Entries, _unwritten) = (_unwritten ?? JournalBatch.Rent(), null);
        }
    }

    internal void Applied(LogWrite write, long lastControl)
    {
        lock (_gate)
        {
            _underWay = null;
            _hasFailed = false;
            if (write.Entries.Last is { } last)
            {
                Volatile.Write(ref _durable, last.Sequence);
                _undurable.RemoveRange(0, checked((int)(last.Sequence - _undurable[0].Sequence)) + 1);
            }
            if (write.Change is { } change)
            {
                _changes++;
                _state = _state with { Status = change.Status, DueAt = change.DueAt, PurgeAt = change.PurgeAt };
                Volatile.Write(ref _handledControl, Math.Max(_handledControl, change.HandledControls));
            }
            // Never back: what was heard after the database was asked still waits.
            Volatile.Write(ref _lastControl, Math.Max(_lastControl, lastControl));
            write.Entries.Return();
            write.Entries = null!;
            // Nothing is written after an end: its log lives on in the database alone, where nobody holds this handle.
            if (write.Frees) _backend.Closed(this);
        }
    }

    internal void Refused(LogWrite write)
    {
        lock (_gate)
        {
            _isTakenOver = true;
            _underWay = null;
            write.Entries.Return();
            write.Entries = null!;
        }
        _backend.Closed(this);
    }

    internal void Failed(LogWrite write)
    {
        lock (_gate)
        {
            _underWay = null;
            _hasFailed = true;
            if (_queued == write) _queued = null;
            if (write.Entries is null) return;
            if (_unwritten is not null)
            {
                write.Entries.Add(_unwritten);
                _unwritten.Return();
            }
            _unwritten = write.Entries;
            _change ??= write.Change;
        }
    }

    /// <summary>Trying once more what failed is no other change.</summary>
    private static bool IsOfAnother(ExecutionChange? pending, ExecutionChange change) => pending is { } other && other != change;

    private void Add(ProgressEvent entry)
    {
        entry.Place(Header.Id, ++_last);
        (_unwritten ??= JournalBatch.Rent()).Add(entry);
        _undurable.Add(entry);
        if (_all is null) return;
        if (_all.Count < MostHeld) _all.Add(entry);
        else _all = null;
    }
}
