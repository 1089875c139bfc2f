using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Tests.Documentation;

/// <summary>Every JSON block of the pages is a definition, a step or a list of steps in which nothing is wrong; the bad examples of diagnostics.md have a test of their own.</summary>
public sealed class JsonSnippetTests
{
    [Fact]
    public async Task Every_json_block_compiles_without_warnings()
    {
        await using var services = new ServiceCollection().AddWorkflowKit(kit => kit.AddStep<Greet>()).BuildServiceProvider();
        var registry = services.GetRequiredService<IWorkflowRegistry>();
        var snippets = Snippet.In("json").Where(snippet => snippet.Page != "diagnostics.md").ToList();
        var problems = new List<string>();

        foreach (var snippet in snippets)
        {
            var result = await registry.ValidateAsync(AsDefinition(snippet.Text), TestContext.Current.CancellationToken);
            problems.AddRange(result.Diagnostics.Where(one => !IsAboutTheRest(one)).Select(one => $"{snippet}: {one}"));
        }

        problems.ShouldBeEmpty();
        snippets.ShouldNotBeEmpty();
    }

    // A piece stands for a part of a workflow: what reads its outputs and inputs stands elsewhere.
    private static bool IsAboutTheRest(Diagnostic diagnostic) => diagnostic.Code is "WK2206" or "WK2207";

    private static string AsDefinition(string text)
    {
        var node = JsonNode.Parse(text)!;
        if (node is JsonObject { } whole && whole.ContainsKey("steps") && !whole.ContainsKey("type"))
            return text;

        var steps = node is JsonArray list ? list.DeepClone() : new JsonArray(node.DeepClone());
        return new JsonObject
        {
            ["id"] = "example",
            ["inputs"] = JsonNode.Parse("""
                {
                  "type": "object",
                  "properties": { "total": { "type": "number" }, "names": { "type": "array", "items": { "type": "string" } } },
                  "required": ["total", "names"]
                }
                """),
            ["steps"] = steps,
        }.ToJsonString();
    }

    /// <summary>The step that the pages speak of.</summary>
    [Step("demo.greet")]
    public sealed class Greet : IStep<Greet.Input, Greet.Output>
    {
        public sealed record Input(string Name);

        public sealed record Output(string Greeting);

        public ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken) =>
            ValueTask.FromResult(new Output($"Hello, {input.Name}!"));
    }
}
