using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace WorkflowKit.AspNetCore.Streaming;

/// <summary>How the events of an execution are put into bytes, one behind the other.</summary>
internal sealed class EventFormat
{
    internal const string ServerSentType = "text/event-stream";
    internal const string JsonLinesType = "application/jsonl";
    internal const string NdJsonType = "application/x-ndjson";

    /// <summary>Server-sent events: the sequence as <c>id</c>, the type as <c>event</c>, one JSON object as <c>data</c>.</summary>
    internal static readonly EventFormat ServerSent = new("\n\n"u8.ToArray(), ":\n\n"u8.ToArray(), WriteServerSent);

    /// <summary>One JSON object a line, with its <c>type</c>.</summary>
    internal static readonly EventFormat JsonLines = new("\n"u8.ToArray(), [], WriteLine);

    private readonly byte[] _end;
    private readonly Action<ProgressEvent, ArrayBufferWriter<byte>, Utf8JsonWriter> _write;

    private EventFormat(byte[] end, byte[] heartbeat, Action<ProgressEvent, ArrayBufferWriter<byte>, Utf8JsonWriter> write) =>
        (_end, Heartbeat, _write) = (end, heartbeat, write);

    /// <summary>What tells those between that the stream is alive; empty: nothing can.</summary>
    internal byte[] Heartbeat { get; }

    /// <summary>The format that a request asks for, and by which name; server-sent events where it asks for none of them.</summary>
    internal static (EventFormat Format, string ContentType) For(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var types)) return (ServerSent, ServerSentType);
        foreach (var type in types.OrderByDescending(static type => type.Quality ?? 1))
        {
            switch (type.MediaType.Value)
            {
                case ServerSentType: return (ServerSent, ServerSentType);
                case JsonLinesType: return (JsonLines, JsonLinesType);
                case NdJsonType: return (JsonLines, NdJsonType);
            }
        }
        return (ServerSent, ServerSentType);
    }

    /// <summary>Puts an event into bytes.</summary>
    /// <param name="progress">The event.</param>
    /// <param name="buffer">Where the bytes go.</param>
    /// <param name="json">Writes into the buffer; used again and again.</param>
    internal void Write(ProgressEvent progress, ArrayBufferWriter<byte> buffer, Utf8JsonWriter json)
    {
        _write(progress, buffer, json);
        buffer.Write(_end);
    }

    /// <summary>Where the event after some events begins.</summary>
    /// <param name="bytes">Whole events.</param>
    /// <param name="count">How many are passed over.</param>
    internal int Skip(ReadOnlySpan<byte> bytes, long count)
    {
        var offset = 0;
        for (; count > 0 && offset < bytes.Length; count--) offset += bytes[offset..].IndexOf(_end) + _end.Length;
        return offset;
    }

    private static void WriteServerSent(ProgressEvent progress, ArrayBufferWriter<byte> buffer, Utf8JsonWriter json)
    {
        buffer.Write("id: "u8);
        Span<byte> digits = stackalloc byte[20];
        progress.Sequence.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        buffer.Write(digits[..length]);
        buffer.Write("\nevent: "u8);
        Encoding.ASCII.GetBytes(progress.Type, buffer);
        // Compact JSON has no line breaks, so it is one line of data.
        buffer.Write("\ndata: "u8);
        progress.WriteTo(json);
        json.Flush();
        json.Reset();
    }

    private static void WriteLine(ProgressEvent progress, ArrayBufferWriter<byte> buffer, Utf8JsonWriter json)
    {
        progress.WriteTo(json, includeType: true);
        json.Flush();
        json.Reset();
    }
}
