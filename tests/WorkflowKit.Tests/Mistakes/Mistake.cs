using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;
using WorkflowKit.Tests.Documentation;

namespace WorkflowKit.Tests.Mistakes;

/// <summary>Definitions with one slip, as people make them who are no programmers, and what they read about it.</summary>
internal static class Mistake
{
    private const string Head = """
        { "id": "example",
          "inputs": { "type": "object", "properties": {
            "name": { "type": "string" }, "note": { "type": "string" }, "count": { "type": "integer" }, "isOpen": { "type": "boolean" },
            "lines": { "type": "array", "items": { "type": "object", "properties": { "sku": { "type": "string" }, "price": { "type": "number" } }, "required": ["sku", "price"] } } },
            "required": ["name", "count", "isOpen", "lines"] },
          "connections": { "shop": { "provider": "shopify" } }, "outputs": { "given": "${{ inputs }}" },
          "steps": [
            { "id": "fetch", "type": "shop.getOrder", "connection": "shop" },

        """;

    /// <summary>A definition with an expression as a condition.</summary>
    public static string Condition(string expression) => $$"""{{Head}}    { "id": "tell", "type": "log", "if": "{{Escaped(expression)}}", "message": "Hello" } ] }""";

    /// <summary>A definition with a template as a message.</summary>
    public static string Message(string template) => $$"""{{Head}}    { "id": "tell", "type": "log", "message": "{{Escaped(template)}}" } ] }""";

    /// <summary>The findings as they are printed, with the line and its mark.</summary>
    public static string Printed(string definition) => DiagnosticFormatter.Format(DocumentedHost.Check(definition), new SourceText(definition, "example.workflow.json"));

    /// <summary>The only finding.</summary>
    public static Diagnostic Single(string definition) => DocumentedHost.Check(definition).ShouldHaveSingleItem();

    /// <summary>Code, sentence and hint.</summary>
    public static string Told(Diagnostic diagnostic) => $"{diagnostic.Code}: {diagnostic.Message}{(diagnostic.Hint is null ? "" : " " + diagnostic.Hint)}";

    /// <summary>Holds the first finding to what is expected of it, and its fix to the definition that is meant, in which nothing is wrong.</summary>
    public static void ShouldBeMended(string definition, string marked, string told, string mended)
    {
        var found = DocumentedHost.Check(definition)[0];

        Told(found).ShouldBe(told);
        definition.Substring(found.Span.Start, found.Span.Length).ShouldBe(marked);
        found.Fix.ShouldNotBeNull().ApplyTo(definition).ShouldBe(mended);
        DocumentedHost.Check(mended).Where(one => one.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
    }

    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
