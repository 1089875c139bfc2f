using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace WorkflowKit.EndToEnd.Http;

/// <summary>Somebody starts a workflow, goes, and comes back with nothing but its id.</summary>
public sealed class DetachTests : IDisposable
{
    private readonly ServedFolder _served = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _served.Dispose();

    [Fact]
    public async Task Who_comes_back_with_the_id_alone_sees_the_whole_run()
    {
        await _served.StartAsync();
        var id = await _served.StartJourneyAsync(21);
        await SeeTheFirstEventAsync(id);
        // What the first client started goes on without it, and through the end of its host.
        _served.Kill();
        await _served.StartAsync();

        using var client = _served.Client();
        var events = await EventsAsync(client, id);
        var record = await client.GetFromJsonAsync<JsonElement>($"executions/{id}", Cancelled);
        var timeline = await client.GetFromJsonAsync<JsonElement>($"executions/{id}/timeline?limit=200", Cancelled);
        using var again = await EventsRequestAsync(client, id, events[^1].EventId);

        events.Select(static one => one.EventId).ShouldBe(Enumerable.Range(1, events.Count).Select(static number => $"{number}"));
        events[0].EventType.ShouldBe("execution_started");
        events[^1].EventType.ShouldBe("execution_completed");
        record.GetProperty("status").GetString().ShouldBe("completed");
        record.GetProperty("outputs").GetProperty("result").GetInt32().ShouldBe(84);
        record.GetProperty("stepResults").EnumerateArray().Select(static step => step.GetProperty("status").GetString()).ShouldAllBe(static status => status == "completed");
        timeline.GetProperty("items").EnumerateArray().Select(static item => item.GetProperty("type").GetString()).ShouldBe(events.Select(static one => (string?)one.EventType));
        again.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    private async Task SeeTheFirstEventAsync(string id)
    {
        using var client = _served.Client();
        using var answer = await EventsRequestAsync(client, id, lastEventId: null);
        await using var body = await answer.Content.ReadAsStreamAsync(Cancelled);
        (await body.ReadAsync(new byte[1], Cancelled)).ShouldBe(1);
    }

    private static async Task<List<SseItem<JsonElement>>> EventsAsync(HttpClient client, string id)
    {
        using var answer = await EventsRequestAsync(client, id, lastEventId: null);
        await using var body = await answer.Content.ReadAsStreamAsync(Cancelled);
        var events = new List<SseItem<JsonElement>>();
        await foreach (var one in SseParser.Create(body, static (_, data) => JsonElement.Parse(data)).EnumerateAsync(Cancelled)) events.Add(one);
        return events;
    }

    private static Task<HttpResponseMessage> EventsRequestAsync(HttpClient client, string id, string? lastEventId)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"executions/{id}/events", UriKind.Relative));
        if (lastEventId is not null) request.Headers.Add("Last-Event-ID", lastEventId);
        return client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancelled);
    }
}
