using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Tests.Definitions;

/// <summary>Shortcuts for tests that read definitions.</summary>
internal static class Read
{
    public static DefinitionReadResult Text(string text, DefinitionLimits? limits = null) => WorkflowReader.Read(new SourceText(text, "test.workflow.json"), limits);

    /// <summary>A definition that must be good.</summary>
    public static WorkflowDefinition Good(string text)
    {
        var result = Text(text);
        result.Diagnostics.ShouldBeEmpty();
        return result.Definition.ShouldNotBeNull();
    }

    /// <summary>One step, given by its members after the id <c>s</c>, that must be good.</summary>
    public static StepDefinition Step(string members) => Good(WithStep(members)).Steps.ShouldHaveSingleItem();

    /// <summary>The only diagnostic of a definition.</summary>
    public static Diagnostic Single(string text) => Text(text).Diagnostics.ShouldHaveSingleItem();

    /// <summary>The only diagnostic of a step, given by its members after the id <c>s</c>.</summary>
    public static Diagnostic SingleInStep(string members) => Single(WithStep(members));

    public static string WithStep(string members) => $$"""{ "id": "w", "steps": [{ "id": "s", {{members}} }] }""";

    /// <summary>What a span covers.</summary>
    public static string Covered(string text, SourceSpan span) => text.Substring(span.Start, span.Length);
}
