using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace WorkflowKit.EndToEnd.Http;

/// <summary>An execution's events, as a client of the framework reads them.</summary>
internal sealed class EventStream : IDisposable
{
    private readonly HttpResponseMessage _answer;

    private EventStream(HttpResponseMessage answer) => _answer = answer;

    internal HttpStatusCode Status => _answer.StatusCode;

    /// <summary>Connects; returns once the head of the answer is there.</summary>
    internal static async Task<EventStream> ConnectAsync(HttpClient client, string executionId, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"executions/{executionId}/events", UriKind.Relative));
        if (lastEventId is not null) request.Headers.Add("Last-Event-ID", lastEventId);
        return new EventStream(await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken));
    }

    /// <summary>The events as they come, until the stream ends.</summary>
    /// <param name="parse">Makes of an event's data what is wanted of it.</param>
    internal async IAsyncEnumerable<SseItem<T>> ReadAsync<T>(SseItemParser<T> parse)
    {
        Status.ShouldBe(HttpStatusCode.OK);
        await using var body = await _answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await foreach (var one in SseParser.Create(body, parse).EnumerateAsync(TestContext.Current.CancellationToken)) yield return one;
    }

    internal IAsyncEnumerable<SseItem<JsonElement>> ReadAsync() => ReadAsync(static (_, data) => JsonElement.Parse(data));

    public void Dispose() => _answer.Dispose();
}
