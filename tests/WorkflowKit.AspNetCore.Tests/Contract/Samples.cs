using System.Text.Json;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Contract;

/// <summary>Requests that are right, for everything that an operation may take.</summary>
internal static class Samples
{
    private static readonly string Text = JsonSerializer.Serialize(TestWorkflows.Greeting);

    private static readonly Dictionary<string, string> ByContract = new()
    {
        ["StartRequest"] = """{"workflowId":"greeting","inputs":{"name":"Ada"},"trigger":"api","tags":["contract"]}""",
        ["ReasonRequest"] = """{"reason":"because"}""",
        ["SkipRequest"] = """{"path":"approve","output":{"ok":true},"reason":"because"}""",
        ["InputRequest"] = """{"path":"approve","data":{"ok":true}}""",
        ["ConnectBody"] = """{"name":"work","returnTo":"/done"}""",
        ["TextRequest"] = $$"""{"text":{{Text}}}""",
        ["PlaceRequest"] = $$"""{"text":{{Text}},"position":{"line":2,"column":20} }""",
        ["RenameRequest"] = $$"""{"text":{{Text}},"newId":"other","offset":190}""",
    };

    /// <summary>A body of JSON, by its schema in the document; what has none there is a definition.</summary>
    internal static string Body(JsonElement schema) => schema.TryGetProperty("$ref", out var place)
        ? ByContract[place.GetString()!["#/components/schemas/WorkflowKit".Length..]]
        : TestWorkflows.Greeting;

    /// <summary>A value of a parameter.</summary>
    internal static string Parameter(string name) => name switch
    {
        "workflowId" or "workflow" => "greeting",
        "type" => "test.gate",
        "provider" => "mail",
        "name" => "work",
        "hash" or "version" => new('0', 64),
        "wait" => "PT0.01S",
        "status" => "running,paused",
        "trigger" => "api",
        "parent" or "executionId" => "01890a5d-ac96-774b-bcce-b302099a8057",
        "tag" => "contract",
        "from" => "2026-01-01T00:00:00Z",
        "to" => "2036-01-01T00:00:00Z",
        "text" => "greet",
        "after" => "0",
        "limit" => "10",
        _ => throw new ArgumentException($"There is no sample of {name}.", nameof(name)),
    };
}
