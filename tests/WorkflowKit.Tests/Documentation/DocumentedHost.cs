using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;
using WorkflowKit.Emission;
using WorkflowKit.Structure;
using static WorkflowKit.Tests.Documentation.DocumentedSteps;

namespace WorkflowKit.Tests.Documentation;

/// <summary>The host that docs/diagnostics.md speaks of: its steps, its providers, and the workflow that its pieces of expressions stand in.</summary>
internal static class DocumentedHost
{
    private const string Before = """
        { "id": "example",
          "inputs": { "type": "object", "properties": {
            "name": { "type": "string" }, "orderId": { "type": "string" }, "count": { "type": "integer" }, "isOpen": { "type": "boolean" } },
            "required": ["name", "orderId", "count", "isOpen"] },
          "steps": [
            { "id": "fetch", "type": "shop.getOrder", "connection": "shop" },
            { "id": "approve", "type": "input", "if": "inputs.isOpen", "with": { "title": "?", "schema": {
              "type": "object", "properties": { "approved": { "type": "boolean" } }, "required": ["approved"] } } },
        """;

    private const string After = """
          ],
          "connections": { "shop": { "provider": "shopify" } } }
        """;

    private static readonly StepCatalogue Catalogue = new(
        new[] { typeof(HttpRequest), typeof(MailSend), typeof(GetOrder), typeof(BookParcel), typeof(Charge), typeof(Print), typeof(Custom) }.Select(StepRegistration.Of));

    private static readonly StructureContext Structure = StructureContext.Of(Catalogue, [new FixedProvider("stripe", "shopify")], ["patient"]);

    public static IReadOnlyList<Diagnostic> Check(string definition)
    {
        var read = WorkflowReader.Read(new SourceText(definition, "example.workflow.json"));
        if (read.Definition is null)
            return read.Diagnostics;
        var bag = new DiagnosticBag();
        bag.AddRange(read.Diagnostics);
        StructureValidator.Validate(read.Definition, Structure, bag);
        bag.AddRange(WorkflowEmitter.Emit(read.Definition, Catalogue).Diagnostics);
        return bag.ToSortedList();
    }

    /// <summary>A whole definition as it is; a piece of a step within one.</summary>
    public static string AsDefinition(string example)
    {
        var text = example.Trim();
        if (!text.StartsWith("{ \"if\"", StringComparison.Ordinal) && !text.StartsWith("{ \"message\"", StringComparison.Ordinal) && !text.StartsWith("{ \"with\"", StringComparison.Ordinal))
            return example;
        var head = text.StartsWith("{ \"if\"", StringComparison.Ordinal) ? "\"type\": \"log\", \"message\": \"Hello\","
            : text.StartsWith("{ \"message\"", StringComparison.Ordinal) ? "\"type\": \"log\","
            : text.Contains("copies", StringComparison.Ordinal) ? "\"type\": \"paper.print\","
            : "\"type\": \"billing.charge\", \"connection\": \"pay\",";
        var after = head.Contains("billing", StringComparison.Ordinal) ? After.Replace("\"connections\": {", "\"connections\": { \"pay\": { \"provider\": \"stripe\" },", StringComparison.Ordinal) : After;
        return $"{Before}\n    {{ \"id\": \"probe\", {head}{text[1..]}\n{after}";
    }

    private sealed class FixedProvider(params string[] names) : IConnectionProvider
    {
        public bool Knows(string provider) => names.Contains(provider);

        public ValueTask<Connection?> FindAsync(string? userId, string name, string provider, CancellationToken cancellationToken) => new((Connection?)null);
    }
}
