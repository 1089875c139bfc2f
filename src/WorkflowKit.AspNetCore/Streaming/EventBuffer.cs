using System.Buffers;
using System.Text.Json;

namespace WorkflowKit.AspNetCore.Streaming;

/// <summary>Puts one event after the other into bytes. Not thread-safe.</summary>
internal sealed class EventBuffer(EventFormat format) : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new(1024);
    private Utf8JsonWriter? _json;

    /// <summary>The event's bytes, until the next is asked for.</summary>
    internal ReadOnlySpan<byte> Write(ProgressEvent progress)
    {
        _buffer.ResetWrittenCount();
        format.Write(progress, _buffer, _json ??= new Utf8JsonWriter(_buffer));
        return _buffer.WrittenSpan;
    }

    public void Dispose() => _json?.Dispose();
}
