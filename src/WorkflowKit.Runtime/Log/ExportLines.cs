using System.Globalization;

namespace WorkflowKit.Log;

/// <summary>The lines of a stream, each no longer than is allowed, however long the stream is.</summary>
internal sealed class ExportLines(Stream stream, int longest)
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;
    private bool _isOver;

    /// <summary>The number of the line that was read last.</summary>
    internal int Number { get; private set; }

    /// <summary>The next line that is not empty; it stands until the next call. <see langword="null"/>: there is none.</summary>
    /// <exception cref="InvalidExportException">The line is too long.</exception>
    internal async ValueTask<ReadOnlyMemory<byte>?> NextAsync(CancellationToken cancellationToken)
    {
        var seen = 0;
        while (true)
        {
            var found = _buffer.AsSpan((_start + seen).._end).IndexOf((byte)'\n');
            var length = found >= 0 ? seen + found : _end - _start;
            if (length > longest) throw new InvalidExportException(Number + 1, string.Create(CultureInfo.InvariantCulture, $"it is longer than {longest:N0} bytes, the limit"));
            if (found < 0 && !_isOver)
            {
                seen = length;
                await ReadMoreAsync(cancellationToken).ConfigureAwait(false);
                continue;
            }
            if (found < 0 && length == 0) return null;
            var line = Take(length, found >= 0);
            if (line.Length > 0) return line;
            seen = 0;
        }
    }

    private ReadOnlyMemory<byte> Take(int length, bool hasEnd)
    {
        ReadOnlyMemory<byte> line = _buffer.AsMemory(_start, length);
        _start += hasEnd ? length + 1 : length;
        Number++;
        if (Number == 1 && line.Span.StartsWith(ByteOrderMark)) line = line[ByteOrderMark.Length..];
        return line.Span.EndsWith("\r"u8) ? line[..^1] : line;
    }

    private async ValueTask ReadMoreAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start.._end).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        // A line of the greatest length and its end fit.
        if (_end == _buffer.Length) Array.Resize(ref _buffer, (int)Math.Min(_buffer.Length * 2L, Math.Max(_buffer.Length + 1L, longest + 2L)));
        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += read;
        _isOver = read == 0;
    }
}
