using System.Net;
using System.Text;
using System.Text.Json;

namespace WorkflowKit.AspNetCore.Tests.Contract;

/// <summary>An answer with what is needed to hold it to the document.</summary>
/// <param name="Status">The status.</param>
/// <param name="Route">The route that answered; <see langword="null"/>: the server itself did.</param>
/// <param name="ContentType">The type of the body.</param>
/// <param name="Headers">All headers.</param>
/// <param name="Text">The body; <see langword="null"/>: a stream, of which nothing was read.</param>
internal sealed record ApiAnswer(int Status, string? Route, string? ContentType, IReadOnlyDictionary<string, string> Headers, string? Text)
{
    /// <summary>What the host under test says of the endpoint that answered.</summary>
    internal const string RouteHeader = "X-Test-Route";

    private static readonly string[] Streams = ["text/event-stream", "application/jsonl", "application/x-ndjson"];

    internal bool IsStream => Streams.Contains(ContentType);

    internal JsonElement Json => JsonElement.Parse(Text!, new JsonDocumentOptions { MaxDepth = 1_000 });

    internal static async Task<ApiAnswer> ReadAsync(HttpResponseMessage response, bool readsStreams, CancellationToken cancellationToken)
    {
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(static one => one.Key, static one => string.Join(", ", one.Value), StringComparer.OrdinalIgnoreCase);
        var answer = new ApiAnswer((int)response.StatusCode, headers.GetValueOrDefault(RouteHeader), response.Content.Headers.ContentType?.MediaType, headers, null);
        if (answer is { IsStream: true, Status: (int)HttpStatusCode.OK } && !readsStreams) return answer;
        return answer with { Text = new UTF8Encoding(false, true).GetString(await response.Content.ReadAsByteArrayAsync(cancellationToken)) };
    }

    public override string ToString() => $"{Status} {ContentType} {Text?[..Math.Min(Text.Length, 600)]}";
}
