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
        using var again = await EventStream.ConnectAsync(client, id, events[^1].EventId);

        events.Select(static one => one.EventId).ShouldBe(Enumerable.Range(1, events.Count).Select(static number => $"{number}"));
        events[0].EventType.ShouldBe("execution_started");
        events[^1].EventType.ShouldBe("execution_completed");
        record.GetProperty("status").GetString().ShouldBe("completed");
        record.GetProperty("outputs").GetProperty("result").GetInt32().ShouldBe(84);
        record.GetProperty("stepResults").EnumerateArray().Select(static step => step.GetProperty("status").GetString()).ShouldAllBe(static status => status == "completed");
        timeline.GetProperty("items").EnumerateArray().Select(static item => item.GetProperty("type").GetString()).ShouldBe(events.Select(static one => (string?)one.EventType));
        again.Status.ShouldBe(HttpStatusCode.NoContent);
    }

    private async Task SeeTheFirstEventAsync(string id)
    {
        using var client = _served.Client();
        using var stream = await EventStream.ConnectAsync(client, id);
        await foreach (var one in stream.ReadAsync())
        {
            one.EventType.ShouldBe("execution_started");
            return;
        }
    }

    private static async Task<List<SseItem<JsonElement>>> EventsAsync(HttpClient client, string id)
    {
        using var stream = await EventStream.ConnectAsync(client, id);
        var events = new List<SseItem<JsonElement>>();
        await foreach (var one in stream.ReadAsync()) events.Add(one);
        return events;
    }
}
