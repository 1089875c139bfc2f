using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;
using WorkflowKit.Emission;
using WorkflowKit.Tests.Emission;

namespace WorkflowKit.Tests.Binding;

/// <summary>Binds short definitions over the steps for tests.</summary>
internal static class Bindings
{
    private const string Inputs = """{ "type": "object", "properties": { "n": { "type": "integer" }, "text": { "type": "string" } }, "required": ["n", "text"] }""";

    /// <summary>What is wrong with these steps, each as <c>code pointer</c>.</summary>
    public static IReadOnlyList<string> Codes(string steps, string more = "") => [.. Check(steps, more).Select(one => $"{one.Code} {one.Pointer}")];

    public static IReadOnlyList<Diagnostic> Check(string steps, string more = "")
    {
        var text = $$"""{ "id": "test", "name": "Test", "inputs": {{Inputs}}, "steps": [{{steps}}]{{more}} }""";
        var read = WorkflowReader.Read(new SourceText(text, "test.workflow.json"));
        read.Diagnostics.ShouldBeEmpty();

        // What the steps of a test leave alone is beside its point.
        return [.. WorkflowEmitter.Emit(read.Definition!, Emitting.Catalogue).Diagnostics.Where(one => one.Code != "WK2207")];
    }
}
