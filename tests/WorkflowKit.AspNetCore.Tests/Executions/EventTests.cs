using System.Net;
using System.Text.Json;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Executions;

public sealed class EventTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly string _user = SharedHost.NewUser();

    private HttpClient Client => shared.Host.Client(_user);

    [Fact]
    public async Task An_event_is_its_sequence_its_type_and_one_object()
    {
        var id = await CompletedAsync();

        using var answer = await EventClient.SendAsync(Client, $"executions/{id}/events");
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        var first = JsonElement.Parse(text.Split('\n')[2]["data: ".Length..]);
        first.EnumerateObject().Select(one => one.Name).ShouldBe(["sequence", "executionId", "timestamp", "workflowId", "totalSteps"]);
        text.ShouldStartWith($"id: 1\nevent: execution_started\ndata: {first.GetRawText()}\n\nid: 2\nevent: ");
        text.ShouldEndWith("}\n\n");
    }

    [Fact]
    public async Task The_answer_passes_proxies_as_it_comes()
    {
        var id = await CompletedAsync();

        using var answer = await EventClient.SendAsync(Client, $"executions/{id}/events");

        answer.Content.Headers.ContentType.ShouldNotBeNull().ToString().ShouldBe("text/event-stream");
        answer.Headers.CacheControl.ShouldNotBeNull().NoCache.ShouldBeTrue();
        answer.Headers.GetValues("X-Accel-Buffering").ShouldBe(["no"]);
    }

    [Fact]
    public async Task Events_come_as_they_happen_and_the_stream_ends_with_the_execution()
    {
        var id = await WebHost.StartAsync(Client, "gated", $$"""{ "key": "{{_user}}" }""");
        await using var events = await EventClient.ConnectAsync(Client, $"executions/{id}/events");

        (await events.UntilAsync("step_started")).Select(one => one.EventType).ShouldBe(["execution_started", "step_started"]);
        shared.Host.Gates.Open(_user);
        var rest = await events.RestAsync();

        rest.Select(one => one.EventType).ShouldBe(["step_completed", "step_started", "step_completed", "execution_completed"]);
        rest.Select(one => one.EventId).ShouldBe(["3", "4", "5", "6"]);
        rest[^1].Data.GetProperty("outputs").Text("key").ShouldBe(_user);
    }

    [Fact]
    public async Task What_a_step_says_while_it_runs_comes_to_those_who_watch_then()
    {
        var id = await WebHost.StartAsync(Client, "talking", $$"""{ "key": "{{_user}}" }""");
        await using var early = await EventClient.ConnectAsync(Client, $"executions/{id}/events");
        await early.UntilAsync("step_started");
        shared.Host.Gates.Open($"{_user}-1");
        (await early.NextAsync()).ShouldNotBeNull().Data.Text("chunk").ShouldBe("first");

        await using var late = await EventClient.ConnectAsync(Client, $"executions/{id}/events");
        await late.UntilAsync("step_started");
        shared.Host.Gates.Open($"{_user}-2");

        (await early.RestAsync()).Select(one => one.EventType).ShouldBe(["step_output", "step_completed", "execution_completed"]);
        var rest = await late.RestAsync();
        rest.Select(one => one.EventType).ShouldBe(["step_output", "step_completed", "execution_completed"]);
        (rest[0].Data.Text("chunk"), rest[0].EventId).ShouldBe(("second", "2"));
    }

    [Fact]
    public async Task Whoever_watches_what_is_retried_goes_on_behind_its_failure()
    {
        var id = await WebHost.StartAsync(Client, "demanding", $$"""{ "key": "{{_user}}" }""");
        await using var first = await EventClient.ConnectAsync(Client, $"executions/{id}/events");
        var failed = await first.RestAsync();
        failed[^1].EventType.ShouldBe("execution_failed");
        shared.Host.Gates.Open(_user);
        using (await Client.PostAsync($"executions/{id}/retry")) { }

        await using var second = await EventClient.ConnectAsync(Client, $"executions/{id}/events", failed[^1].EventId);
        var rest = await second.RestAsync();

        (rest[0].EventType, rest[^1].EventType).ShouldBe(("execution_resumed", "execution_completed"));
        await using var third = await EventClient.ConnectAsync(Client, $"executions/{id}/events");
        (await third.RestAsync()).Select(one => one.EventId).ShouldBe(failed.Concat(rest).Select(one => one.EventId));
    }

    [Fact]
    public async Task Who_leaves_and_comes_back_goes_on_where_they_were()
    {
        var id = await WebHost.StartAsync(Client, "gated", $$"""{ "key": "{{_user}}" }""");
        string last;
        await using (var events = await EventClient.ConnectAsync(Client, $"executions/{id}/events"))
            last = (await events.UntilAsync("step_started"))[^1].EventId!;
        shared.Host.Gates.Open(_user);

        await using var again = await EventClient.ConnectAsync(Client, $"executions/{id}/events", last);

        (await again.RestAsync()).Select(one => one.EventId).ShouldBe(["3", "4", "5", "6"]);
    }

    [Fact]
    public async Task A_place_that_the_log_never_had_is_the_beginning()
    {
        var id = await WebHost.StartAsync(Client, "approval");
        await shared.Host.UntilAsync(id, record => record.Status is ExecutionStatus.Paused);

        await using var events = await EventClient.ConnectAsync(Client, $"executions/{id}/events", "1000");

        (await events.NextAsync()).ShouldNotBeNull().EventId.ShouldBe("1");
    }

    [Theory]
    [InlineData("?after=2", null)]
    [InlineData("", "2")]
    [InlineData("?after=1", "2")]
    public async Task Who_connects_anew_gets_what_was_missed_and_nothing_twice(string query, string? lastEventId)
    {
        var id = await CompletedAsync();

        await using var events = await EventClient.ConnectAsync(Client, $"executions/{id}/events{query}", lastEventId);

        (await events.RestAsync())[0].EventId.ShouldBe("3");
    }

    [Fact]
    public async Task Who_has_seen_all_of_what_has_ended_is_told_to_stop()
    {
        var id = await CompletedAsync();
        var last = (await shared.Host.Engine.GetAsync(id, TestContext.Current.CancellationToken)).ShouldNotBeNull().LastSequence;

        using var answer = await EventClient.SendAsync(Client, $"executions/{id}/events", $"{last}");

        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("application/jsonl", "application/jsonl")]
    [InlineData("application/x-ndjson", "application/x-ndjson")]
    [InlineData("text/event-stream;q=0.5, application/jsonl", "application/jsonl")]
    public async Task Json_lines_come_to_whom_they_suit(string accept, string contentType)
    {
        var id = await CompletedAsync();

        using var answer = await EventClient.SendAsync(Client, $"executions/{id}/events", accept: accept);

        answer.Content.Headers.ContentType.ShouldNotBeNull().ToString().ShouldBe(contentType);
        var lines = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).TrimEnd('\n').Split('\n').Select(line => JsonElement.Parse(line)).ToList();
        lines[0].Text("type").ShouldBe("execution_started");
        lines[^1].Text("type").ShouldBe("execution_completed");
        lines.Select(line => line.GetProperty("sequence").GetInt64()).ShouldBe(Enumerable.Range(1, lines.Count).Select(one => (long)one));
    }

    [Theory]
    [InlineData("*/*")]
    [InlineData("text/html")]
    [InlineData("nonsense/")]
    public async Task Server_sent_events_come_to_everybody_else(string accept)
    {
        var id = await CompletedAsync();

        using var answer = await EventClient.SendAsync(Client, $"executions/{id}/events", accept: accept);

        answer.Content.Headers.ContentType.ShouldNotBeNull().ToString().ShouldBe("text/event-stream");
    }

    [Theory]
    [InlineData("?after=-1", null, "after")]
    [InlineData("?after=soon", null, "after")]
    [InlineData("", "abc", "Last-Event-ID")]
    public async Task A_place_that_is_none_is_refused(string query, string? lastEventId, string parameter)
    {
        var id = await CompletedAsync();

        using var answer = await EventClient.SendAsync(Client, $"executions/{id}/events{query}", lastEventId);

        (await answer.ProblemAsync(HttpStatusCode.BadRequest, "invalid_request")).Text("parameter").ShouldBe(parameter);
    }

    private async Task<string> CompletedAsync()
    {
        using var answer = await Client.PostAsync("executions?wait=PT60S", """{ "workflowId": "greeting", "inputs": { "name": "Ada" } }""");
        return (await answer.JsonAsync(HttpStatusCode.OK)).Text("id");
    }
}
