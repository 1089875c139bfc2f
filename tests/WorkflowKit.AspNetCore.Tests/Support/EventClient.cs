using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace WorkflowKit.AspNetCore.Tests.Support;

/// <summary>Reads an event stream as a browser does.</summary>
internal sealed class EventClient : IAsyncDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly IAsyncEnumerator<SseItem<JsonElement>> _events;

    private EventClient(HttpResponseMessage response, Stream body)
    {
        _response = response;
        _events = SseParser.Create(body, static (_, data) => JsonElement.Parse(data)).EnumerateAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator();
    }

    internal HttpResponseMessage Response => _response;

    /// <summary>Connects; returns once the head of the answer is there.</summary>
    internal static async Task<EventClient> ConnectAsync(HttpClient client, string path, string? lastEventId = null)
    {
        var response = await SendAsync(client, path, lastEventId);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType.ShouldNotBeNull().MediaType.ShouldBe("text/event-stream");
        return new EventClient(response, await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
    }

    internal static Task<HttpResponseMessage> SendAsync(HttpClient client, string path, string? lastEventId = null, string? accept = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (lastEventId is not null) request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        return client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    /// <summary>The next event; <see langword="null"/>: the stream has ended.</summary>
    internal async Task<SseItem<JsonElement>?> NextAsync() => await _events.MoveNextAsync() ? _events.Current : null;

    /// <summary>The events up to one of a type, that one included.</summary>
    internal async Task<List<SseItem<JsonElement>>> UntilAsync(string type)
    {
        var events = new List<SseItem<JsonElement>>();
        while (await NextAsync() is { } one)
        {
            events.Add(one);
            if (one.EventType == type) return events;
        }
        throw new InvalidOperationException($"The stream has ended without {type}, after {string.Join(", ", events.Select(one => one.EventType))}.");
    }

    /// <summary>All events until the stream ends.</summary>
    internal async Task<List<SseItem<JsonElement>>> RestAsync()
    {
        var events = new List<SseItem<JsonElement>>();
        while (await NextAsync() is { } one) events.Add(one);
        return events;
    }

    public async ValueTask DisposeAsync()
    {
        await _events.DisposeAsync();
        _response.Dispose();
    }
}
