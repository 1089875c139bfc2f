using System.Text.Json;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Definitions;

public sealed class GraphTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly HttpClient _client = shared.Host.Client();
    private readonly string _id = Texts.NewId();

    [Fact]
    public async Task Every_kind_of_step_has_its_lanes_and_edges()
    {
        var graph = await GraphAsync("""
            [ { "id": "a", "type": "set", "with": 1, "ui": { "x": 10, "y": -2.5 } },
              { "id": "b", "type": "test.gate", "with": { "key": "k" }, "compensate": [ { "id": "undo", "type": "set", "with": 1 } ] },
              { "id": "c", "type": "set", "with": 1, "after": ["a"], "if": "1 < 2" },
              { "id": "p", "type": "parallel", "after": ["b", "c"], "branches": [ { "id": "left", "steps": [ { "id": "l1", "type": "set", "with": 1 }, { "id": "l2", "type": "set", "with": 1 } ] }, { "id": "right", "steps": [] } ] },
              { "id": "s", "type": "switch", "cases": [ { "when": "1 < 2", "steps": [ { "id": "yes", "type": "set", "with": 1 } ] } ], "default": [ { "id": "no", "type": "set", "with": 1 } ] },
              { "id": "t", "type": "try", "steps": [ { "id": "risk", "type": "set", "with": 1 } ], "catch": [ { "when": "error.code == 'x'", "steps": [ { "id": "mend", "type": "set", "with": 1 } ] } ], "finally": [ { "id": "end", "type": "set", "with": 1 } ] },
              { "id": "f", "type": "forEach", "items": "[1, 2]", "steps": [ { "id": "each", "type": "set", "with": 1 }, { "id": "also", "type": "set", "with": 1, "after": [] } ] },
              { "id": "i", "type": "input", "with": { "title": "?", "schema": {} }, "timeout": "PT1H", "onTimeout": [ { "id": "late", "type": "set", "with": 1 } ] } ]
            """);

        Edges(graph).ShouldBe(
        [
            "a sequence b", "b compensation undo", "a after c", "b after p", "c after p", "p branch l1", "l1 sequence l2", "p sequence s", "s case yes", "s default no",
            "s sequence t", "t try risk", "t catch mend", "t finally end", "t sequence f", "f body each", "f body also", "f sequence i", "i timeout late",
        ]);
        Node(graph, "yes").GetProperty("parent").GetString().ShouldBe("s");
        Node(graph, "yes").Text("lane").ShouldBe("cases/0");
        Node(graph, "p").GetProperty("lanes").EnumerateArray().Select(lane => (lane.Text("id"), lane.Text("kind"), lane.Text("name"))).ShouldBe([("branches/0", "branch", "left"), ("branches/1", "branch", "right")]);
        Node(graph, "s").GetProperty("lanes")[0].Text("condition").ShouldBe("1 < 2");
        new[] { "b", "p", "i" }.Select(id => Node(graph, id).Text("kind")).ShouldBe(["activity", "container", "control"]);
        (Node(graph, "a").GetProperty("position").GetProperty("x").GetDouble(), Node(graph, "a").GetProperty("position").GetProperty("y").GetDouble()).ShouldBe((10, -2.5));
        Node(graph, "c").Text("condition").ShouldBe("1 < 2");
        Node(graph, "yes").Text("pointer").ShouldBe("/steps/4/cases/0/steps/0");
        graph.GetProperty("isComplete").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_wrong_definition_is_drawn_as_far_as_it_can_be_read()
    {
        var graph = await GraphAsync("""
            [ { "id": "a", "type": "no.such", "ui": { "position": { "x": 1e999, "y": 1 } } }, { "id": "a", "type": "set" }, { "type": 7 }, 12, { "id": "no id", "after": ["nobody", "a", "a", "b"] },
              { "id": "b", "type": "switch", "after": ["b"], "cases": [ 1, { "steps": [ { "id": "in" } ] } ], "default": 7 },
            """);

        graph.GetProperty("isComplete").GetBoolean().ShouldBeFalse();
        graph.GetProperty("nodes").EnumerateArray().Select(node => node.Text("id")).ShouldBe(["a", "/steps/1", "/steps/2", "/steps/4", "b", "in"]);
        Edges(graph).ShouldBe(["a sequence /steps/1", "/steps/1 sequence /steps/2", "a after /steps/4", "b after /steps/4", "b after b", "b case in"]);
        Node(graph, "in").Text("lane").ShouldBe("cases/1");
        Node(graph, "a").TryGetProperty("position", out _).ShouldBeFalse();
    }

    private async Task<JsonElement> GraphAsync(string steps)
    {
        var text = $$"""{ "id": "{{_id}}", "steps": {{steps}} }""";
        await shared.Host.StoreAsync(_id, text);
        return await _client.JsonAsync($"definitions/{_id}/graph");
    }

    private static IEnumerable<string> Edges(JsonElement graph) =>
        graph.GetProperty("edges").EnumerateArray().Select(edge => $"{edge.Text("from")} {edge.Text("kind")} {edge.Text("to")}");

    private static JsonElement Node(JsonElement graph, string id) => graph.GetProperty("nodes").EnumerateArray().Single(node => node.Text("id") == id);
}
