using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace WorkflowKit.AspNetCore.Streaming;

/// <summary>How the events of an execution are written. Each is put into bytes once, however many watch.</summary>
internal sealed class EventFormat
{
    internal const string ServerSentType = "text/event-stream";
    internal const string JsonLinesType = "application/jsonl";
    internal const string NdJsonType = "application/x-ndjson";

    /// <summary>Server-sent events: the sequence as <c>id</c>, the type as <c>event</c>, one JSON object as <c>data</c>.</summary>
    internal static readonly EventFormat ServerSent = new(ServerSentType, ":\n\n"u8.ToArray(), WriteServerSent);

    /// <summary>One JSON object a line, with its <c>type</c>.</summary>
    internal static readonly EventFormat JsonLines = new(JsonLinesType, [], WriteLine);

    private static readonly EventFormat NdJson = new(NdJsonType, [], WriteLine);

    private readonly ConditionalWeakTable<ProgressEvent, byte[]> _written = [];
    private readonly ConditionalWeakTable<ProgressEvent, byte[]>.CreateValueCallback _write;

    private EventFormat(string contentType, byte[] heartbeat, Action<ProgressEvent, ArrayBufferWriter<byte>> write)
    {
        ContentType = contentType;
        Heartbeat = heartbeat;
        _write = progress =>
        {
            var buffer = new ArrayBufferWriter<byte>(256);
            write(progress, buffer);
            return buffer.WrittenSpan.ToArray();
        };
    }

    internal string ContentType { get; }

    /// <summary>What tells those between that the stream is alive; empty: nothing can.</summary>
    internal byte[] Heartbeat { get; }

    /// <summary>The format that a request asks for; server-sent events where it asks for neither.</summary>
    internal static EventFormat For(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var types)) return ServerSent;
        return types.OrderByDescending(static type => type.Quality ?? 1)
            .Select(static type => type.MediaType.Value switch
            {
                ServerSentType => ServerSent,
                JsonLinesType => JsonLines,
                NdJsonType => NdJson,
                _ => null,
            })
            .FirstOrDefault(static format => format is not null) ?? ServerSent;
    }

    internal ReadOnlySpan<byte> Write(ProgressEvent progress) => _written.GetValue(progress, _write);

    private static void WriteServerSent(ProgressEvent progress, ArrayBufferWriter<byte> buffer)
    {
        buffer.Write("id: "u8);
        Span<byte> digits = stackalloc byte[20];
        progress.Sequence.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        buffer.Write(digits[..length]);
        buffer.Write("\nevent: "u8);
        Encoding.ASCII.GetBytes(progress.Type, buffer);
        // Compact JSON has no line breaks, so it is one line of data.
        buffer.Write("\ndata: "u8);
        using (var json = new Utf8JsonWriter(buffer)) progress.WriteTo(json);
        buffer.Write("\n\n"u8);
    }

    private static void WriteLine(ProgressEvent progress, ArrayBufferWriter<byte> buffer)
    {
        using (var json = new Utf8JsonWriter(buffer)) progress.WriteTo(json, includeType: true);
        buffer.Write("\n"u8);
    }
}
