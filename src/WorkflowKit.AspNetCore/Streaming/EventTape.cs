using System.Runtime.ExceptionServices;

namespace WorkflowKit.AspNetCore.Streaming;

/// <summary>
/// The events of one execution in bytes, for all who watch it: each event is put into bytes once, and whoever reads copies bytes. It is written while somebody
/// reads, and not much faster than the fastest of them; what was given up meanwhile is read from the log.
/// </summary>
internal sealed partial class EventTape
{
    private const int SmallestChunk = 4 * 1024;
    private const int LargestChunk = 64 * 1024;

    private readonly Lock _gate = new();
    private readonly IExecutionEngine _engine;
    private readonly EventFormat _format;
    private readonly Action<EventTape> _grown;
    private TapeChunk _first;
    private TapeChunk _last;
    private volatile TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile End? _end;
    private int _readers;
    private long _size;

    /// <param name="engine">Where events come from.</param>
    /// <param name="executionId">The execution.</param>
    /// <param name="format">How they are written.</param>
    /// <param name="after">Where it begins in the log.</param>
    /// <param name="grown">Is told of memory that it takes.</param>
    internal EventTape(IExecutionEngine engine, string executionId, EventFormat format, long after, Action<EventTape> grown)
    {
        (_engine, ExecutionId, _format, _grown) = (engine, executionId, format, grown);
        _first = _last = new TapeChunk(0, SmallestChunk, after, 0, isLiveOnly: false);
        _size = SmallestChunk;
    }

    internal string ExecutionId { get; }

    internal EventFormat Format => _format;

    /// <summary>How many bytes of memory it takes.</summary>
    internal long Size
    {
        get
        {
            lock (_gate) return _size;
        }
    }

    /// <summary>How much of that was counted. Guarded by whoever counts.</summary>
    internal long Counted { get; set; }

    internal bool IsIdle
    {
        get
        {
            lock (_gate) return _readers == 0;
        }
    }

    /// <summary>Whether it can be used no more.</summary>
    internal bool IsBroken => _end?.Error is not null;

    /// <summary>Ends with the next change.</summary>
    internal Task Changed => _changed.Task;

    /// <summary>Somebody reads from now on.</summary>
    /// <param name="finishedAt">When the execution ended; <see langword="null"/>: it has not.</param>
    internal void Enter(DateTimeOffset? finishedAt)
    {
        lock (_gate)
        {
            _readers++;
            // One that failed may have been retried meanwhile.
            if (_end is { Error: null } && _endedAt != finishedAt) _end = null;
            // Who comes now gets no live-only events of before.
            if (_last.IsLiveOnly) Add(SmallestChunk, isLiveOnly: false);
            if (_end is null) Run();
        }
    }

    internal void Leave()
    {
        Action? halt = null;
        lock (_gate)
        {
            if (--_readers == 0) (halt, _halt) = (_halt, null);
        }
        // Out of the gate: whoever waits may go on in this thread.
        halt?.Invoke();
    }

    /// <summary>Where somebody reads on who has seen the log up to a place; <see langword="null"/>: that is not on the tape any more.</summary>
    internal TapeChunk? Find(long after)
    {
        lock (_gate)
        {
            if (after < _first.Before) return null;
            var found = _first;
            for (var chunk = _first; chunk is not null && chunk.Before <= after; chunk = chunk.Next)
                if (!chunk.IsLiveOnly) found = chunk;
            return found;
        }
    }

    /// <summary>The number of the stretch that is written now.</summary>
    internal long LastOrdinal
    {
        get
        {
            lock (_gate) return _last.Ordinal;
        }
    }

    /// <summary>Whether nothing more comes.</summary>
    /// <exception cref="Exception">What ended it.</exception>
    internal bool IsOver()
    {
        if (_end is not { } end) return false;
        if (end.Error is { } error) ExceptionDispatchInfo.Throw(error);
        return true;
    }

    /// <summary>Gives up the oldest stretch, unless those who keep up need it.</summary>
    /// <returns>Whether there was one.</returns>
    internal bool GiveUpOldest(int keep)
    {
        lock (_gate)
        {
            if (_last.Ordinal - _first.Ordinal < keep || _first.Next is not { } next) return false;
            _size -= _first.Size;
            _first.GiveUp();
            _first = next;
            return true;
        }
    }

    private void Add(int size, bool isLiveOnly)
    {
        _last.Publish();
        var chunk = new TapeChunk(_last.Ordinal + 1, size, _last.Published.Sequence, _last.Start + _last.Used, isLiveOnly);
        _last.Next = chunk;
        _last = chunk;
        _size += size;
    }

    /// <param name="Error">What ended it before the execution had ended.</param>
    private sealed record End(Exception? Error);
}
