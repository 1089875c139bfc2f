using System.Buffers;
using System.IO.Pipelines;

namespace WorkflowKit.AspNetCore.Streaming;

/// <summary>One who reads a tape: copies what is there, waits for more, and reads from the log what the tape does not have any more.</summary>
/// <param name="engine">Where the log is.</param>
/// <param name="tape">The tape.</param>
/// <param name="after">The last event that was seen already.</param>
/// <param name="host">What streams share.</param>
internal sealed class TapeReader(IExecutionEngine engine, EventTape tape, long after, StreamHost host)
{
    /// <summary>What is handed to the connection at once, about.</summary>
    private const int FlushAt = 32 * 1024;
    private const int Page = 200;

    private readonly long _entered = tape.LastOrdinal;
    private long _after = after;

    /// <summary>Returns once the execution has ended and all is written.</summary>
    internal async Task CopyToAsync(PipeWriter pipe, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (tape.Find(_after) is { } chunk)
            {
                if (await FollowAsync(chunk, pipe, cancellationToken).ConfigureAwait(false)) return;
            }
            else if (!await CatchUpAsync(pipe, cancellationToken).ConfigureAwait(false))
            {
                return;
            }
        }
    }

    /// <returns>Whether the tape has ended; else it does not have what comes next any more.</returns>
    private async ValueTask<bool> FollowAsync(TapeChunk chunk, PipeWriter pipe, CancellationToken cancellationToken)
    {
        var (offset, place) = (0, chunk.Before);
        while (true)
        {
            // In this order: what comes after one of them was looked at shows in those before it.
            var changed = tape.Changed;
            var isOver = tape.IsOver();
            var next = chunk.Next;
            var published = chunk.Published;
            if (offset < published.Length)
            {
                if (!Copy(chunk, offset, place, published, pipe)) return false;
                (offset, place) = (published.Length, published.Sequence);
                tape.Advance(chunk.Start + offset);
                if (pipe.UnflushedBytes >= FlushAt) await pipe.FlushAsync(cancellationToken).ConfigureAwait(false);
            }
            else if (next is not null)
            {
                (chunk, offset, place) = (next, 0, next.Before);
            }
            else
            {
                await pipe.FlushAsync(cancellationToken).ConfigureAwait(false);
                if (isOver) return true;
                await WaitAsync(changed, pipe, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Copies the events between two places of a stretch, as far as they were not seen yet.</summary>
    /// <returns>Whether the bytes were still there.</returns>
    private bool Copy(TapeChunk chunk, int offset, long place, TapeChunk.Extent published, PipeWriter pipe)
    {
        if (chunk.Bytes is not { } bytes) return false;
        var events = bytes.AsSpan(offset, published.Length - offset);
        if (chunk.IsLiveOnly)
        {
            if (chunk.Ordinal > _entered) pipe.Write(events);
        }
        else if (published.Sequence > _after)
        {
            pipe.Write(place < _after ? events[tape.Format.Skip(events, _after - place)..] : events);
            _after = published.Sequence;
        }
        return true;
    }

    /// <returns>Whether the log has what comes next.</returns>
    private async ValueTask<bool> CatchUpAsync(PipeWriter pipe, CancellationToken cancellationToken)
    {
        var events = await engine.ReadEventsAsync(tape.ExecutionId, _after, Page, cancellationToken).ConfigureAwait(false);
        using var buffer = new EventBuffer(tape.Format);
        foreach (var progress in events)
        {
            pipe.Write(buffer.Write(progress));
            _after = progress.Sequence;
            if (pipe.UnflushedBytes >= FlushAt) await pipe.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        return events.Count > 0;
    }

    /// <summary>Waits for a change of the tape; in a silence a heartbeat goes out.</summary>
    private async ValueTask WaitAsync(Task changed, PipeWriter pipe, CancellationToken cancellationToken)
    {
        while (true)
        {
            await ((Task)changed.WaitAsync(host.HeartbeatInterval, host.Time, cancellationToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
            if (changed.IsCompleted) return;
            pipe.Write(tape.Format.Heartbeat);
            await pipe.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
