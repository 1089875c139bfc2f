namespace WorkflowKit.AspNetCore.Streaming;

/// <summary>How the tape is written.</summary>
internal sealed partial class EventTape
{
    /// <summary>What is written before others may read it, where more is there already.</summary>
    private const int PublishAt = 16 * 1024;

    /// <summary>How far it may be ahead of whoever has read the most.</summary>
    private const int ReadAhead = 256 * 1024;

    private Task _pump = Task.CompletedTask;
    private Action? _halt;
    private TaskCompletionSource? _room;
    private long _furthest;

    /// <summary>When the execution ended, as far as it was written.</summary>
    private DateTimeOffset? _endedAt;

    private bool IsFarAhead => _last.Start + _last.Used - Volatile.Read(ref _furthest) > ReadAhead;

    /// <summary>Somebody has read up to a place.</summary>
    internal void Advance(long place)
    {
        for (var furthest = Volatile.Read(ref _furthest); place > furthest;)
        {
            var found = Interlocked.CompareExchange(ref _furthest, place, furthest);
            if (found == furthest)
            {
                Interlocked.Exchange(ref _room, null)?.TrySetResult();
                return;
            }
            furthest = found;
        }
    }

    /// <summary>Lets it be written from where it ends. The gate is held.</summary>
    private void Run()
    {
        if (_halt is not null) return;
        // It has no timer and no link, so there is nothing to dispose of.
        var halting = new CancellationTokenSource();
        _halt = halting.Cancel;
        _pump = PumpAfterAsync(_pump, _halt, halting.Token);
    }

    private async Task PumpAfterAsync(Task previous, Action halt, CancellationToken halting)
    {
        // Out of the gate, and after the one before.
        await Task.Yield();
        await previous.ConfigureAwait(false);
        try
        {
            await PumpAsync(halting).ConfigureAwait(false);
            Close(halt, new End(null));
        }
        catch (OperationCanceledException) when (halting.IsCancellationRequested)
        {
            // Nobody reads any more.
        }
        catch (Exception error)
        {
            Close(halt, new End(error));
        }
    }

    private async Task PumpAsync(CancellationToken cancellationToken)
    {
        using var buffer = new EventBuffer(_format);
        try
        {
            var events = _engine.WatchAsync(ExecutionId, _last.Published.Sequence, cancellationToken).GetAsyncEnumerator(cancellationToken);
            await using var _ = events.ConfigureAwait(false);
            while (true)
            {
                var next = events.MoveNextAsync();
                if (!next.IsCompleted) Publish();
                if (!await next.ConfigureAwait(false)) break;
                Write(events.Current, buffer.Write(events.Current));
                if (_last.Used - _last.Published.Length >= PublishAt) Publish();
                if (IsFarAhead) await WaitForReadersAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            Publish();
        }
    }

    private void Write(ProgressEvent progress, ReadOnlySpan<byte> frame)
    {
        _endedAt = progress.IsLast ? progress.Timestamp : null;
        if (_last.IsLiveOnly == progress.IsLiveOnly && _last.TryWrite(frame, progress.Sequence)) return;
        var size = Math.Max(Math.Min(_last.Size * 2, LargestChunk), frame.Length);
        lock (_gate) Add(size, progress.IsLiveOnly);
        _last.TryWrite(frame, progress.Sequence);
        Signal();
        _grown(this);
    }

    private void Publish()
    {
        if (_last.Publish()) Signal();
    }

    private void Signal() => Interlocked.Exchange(ref _changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    private async Task WaitForReadersAsync(CancellationToken cancellationToken)
    {
        Publish();
        var room = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _room, room);
        // Somebody may have come between.
        if (IsFarAhead) await room.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private void Close(Action halt, End end)
    {
        lock (_gate)
        {
            // They all left while it ended, and others may have come.
            if (!ReferenceEquals(_halt, halt)) return;
            _halt = null;
            _end = end;
        }
        Signal();
    }
}
