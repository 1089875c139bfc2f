using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Contract;

/// <summary>What streams bring is as the document says, each kind of event in each form.</summary>
public sealed class StreamContractTests(ContractHost shared) : IClassFixture<ContractHost>
{
    private const string Story = """
        { "id": "story", "inputs": { "type": "object", "properties": { "key": { "type": "string" } }, "required": ["key"] },
          "steps": [ { "id": "never", "type": "log", "message": "nothing", "if": "inputs.key == ''" },
                     { "id": "say", "type": "log", "message": "something" },
                     { "id": "talk", "type": "test.talk", "with": { "key": "${{ inputs.key }}" } },
                     { "id": "approve", "type": "input", "with": { "title": "Approve?", "schema": { "type": "object", "properties": { "ok": { "type": "boolean" } } } } },
                     { "id": "demand", "type": "test.demand", "with": { "key": "closed" } } ] }
        """;

    private readonly string _user = SharedHost.NewUser();

    private HttpClient Client => shared.Host.Client(_user);

    [Fact]
    public async Task Every_kind_of_event_is_as_documented_as_server_sent_events_as_lines_and_in_the_timeline()
    {
        await shared.Host.SaveAsync(Story);
        var events = new List<JsonElement>();

        var id = await WebHost.StartAsync(Client, "story", $$"""{ "key": "{{_user}}" }""");
        await using (var stream = await EventClient.ConnectAsync(Client, $"executions/{id}/events"))
        {
            using var lines = await EventClient.SendAsync(Client, $"executions/{id}/events", accept: "application/jsonl");
            shared.Host.Gates.Open($"{_user}-1");
            shared.Host.Gates.Open($"{_user}-2");
            await shared.Host.UntilAsync(id, static record => record.WaitsFor is { Inputs.Count: > 0 });
            using (await Client.PostAsync($"executions/{id}/input", """{ "path": "approve", "data": { "ok": true } }""")) { }
            events.AddRange((await stream.RestAsync()).Select(static one => WithType(one.Data, one.EventType)));
            events.AddRange(await LinesAsync(lines));
        }
        events.AddRange(await TimelineAsync(id));
        events.AddRange(await TimelineAsync(await EndedAsync("greeting", null)));
        events.AddRange(await TimelineAsync(await EndedAsync("approval", "cancel")));

        var schema = shared.Document.Operation("watchExecution").Responses[200].Contents["text/event-stream"];
        foreach (var one in events) shared.Document.Mistakes(one, schema).ShouldBeEmpty(one.ToString());
        var kinds = shared.Document.Resolve(schema).GetProperty("discriminator").GetProperty("mapping").EnumerateObject().Select(static kind => kind.Name);
        events.Select(static one => one.Text("type")).Distinct().ShouldBe(kinds, ignoreOrder: true);
    }

    [Fact]
    public async Task The_changes_of_a_list_are_as_documented()
    {
        var operation = shared.Document.Operation("watchExecutions");
        await using var stream = await EventClient.ConnectAsync(Client, "executions/events");
        await stream.UntilAsync("reset");

        await WebHost.StartAsync(Client, "greeting", """{ "name": "Ada" }""");
        var changed = (await stream.UntilAsync("execution_changed"))[^1].Data;

        shared.Document.Mistakes(changed, operation.Responses[200].Contents["text/event-stream"]).ShouldBeEmpty(changed.ToString());
    }

    private async Task<string> EndedAsync(string workflow, string? verb)
    {
        var id = await WebHost.StartAsync(Client, workflow, """{ "name": "Ada" }""");
        if (verb is not null)
        {
            using var asked = await Client.PostAsync($"executions/{id}/{verb}", """{ "reason": "because" }""");
        }
        await shared.Host.UntilAsync(id, static record => record.CompletedAt is not null);
        return id;
    }

    private async Task<IEnumerable<JsonElement>> TimelineAsync(string id) => (await Client.JsonAsync($"executions/{id}/timeline?limit=200")).GetProperty("items").EnumerateArray();

    private static async Task<IEnumerable<JsonElement>> LinesAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonElement.Parse(line));

    /// <summary>The type of a server-sent event stands beside its data, as the document says.</summary>
    private static JsonElement WithType(JsonElement data, string type)
    {
        var whole = JsonNode.Parse(data.GetRawText())!.AsObject();
        whole["type"] = type;
        return JsonElement.Parse(whole.ToJsonString());
    }
}
