namespace WorkflowKit.AspNetCore.Streaming;

/// <summary>A stretch of a tape: whole events in bytes. One writes behind what is published, many read what is.</summary>
internal sealed class TapeChunk
{
    private volatile byte[]? _bytes;
    private volatile Extent _published;
    private volatile TapeChunk? _next;
    private int _used;
    private long _last;

    /// <param name="ordinal">Its number on the tape.</param>
    /// <param name="size">How many bytes it holds.</param>
    /// <param name="before">The sequence of the last entry of the log before it.</param>
    /// <param name="start">How many bytes of the tape are before it.</param>
    /// <param name="isLiveOnly">Whether its events are in no log, so that whoever comes later does not get them.</param>
    internal TapeChunk(long ordinal, int size, long before, long start, bool isLiveOnly)
    {
        (Ordinal, Size, Before, Start, IsLiveOnly) = (ordinal, size, before, start, isLiveOnly);
        (_bytes, _published, _last) = (new byte[size], new Extent(0, before), before);
    }

    internal long Ordinal { get; }

    internal int Size { get; }

    internal long Before { get; }

    internal long Start { get; }

    internal bool IsLiveOnly { get; }

    /// <summary>What may be read.</summary>
    internal Extent Published => _published;

    /// <summary>The bytes; <see langword="null"/>: they were given up, and the log has the events.</summary>
    internal byte[]? Bytes => _bytes;

    /// <summary>The stretch after it; once there is one, nothing more comes here.</summary>
    internal TapeChunk? Next
    {
        get => _next;
        set => _next = value;
    }

    /// <summary>How much was written, published or not.</summary>
    internal int Used => _used;

    internal bool TryWrite(ReadOnlySpan<byte> frame, long sequence)
    {
        if (frame.Length > Size - _used) return false;
        frame.CopyTo(_bytes.AsSpan(_used));
        _used += frame.Length;
        _last = sequence;
        return true;
    }

    /// <returns>Whether there was something new.</returns>
    internal bool Publish()
    {
        if (_used == _published.Length) return false;
        _published = new Extent(_used, _last);
        return true;
    }

    internal void GiveUp() => _bytes = null;

    /// <param name="Length">How many bytes may be read.</param>
    /// <param name="Sequence">The sequence of the last entry of the log in them, or before them.</param>
    internal sealed record Extent(int Length, long Sequence);
}
