using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;
using WorkflowKit.Structure;

namespace WorkflowKit.Tests.Structure;

/// <summary>Definitions as short texts, read and checked on a host with a few steps and one provider.</summary>
internal static class Structures
{
    public static readonly StructureContext Host = new(
        [new("http.request", null), new("mail.send", null), new("billing.charge", "stripe", Idempotent: false), new("shop.getOrder", "shopify")],
        [new FixedProvider("stripe", "shopify")],
        ["patient"]);

    /// <summary>The diagnostics of a definition with these steps, each as <c>code pointer</c>.</summary>
    public static IReadOnlyList<string> OfSteps(string steps, string others = "") =>
        [.. Check($$"""{ "id": "orders", {{others}} "steps": [{{steps}}] }""").Select(one => $"{one.Code} {one.Pointer}")];

    public static IReadOnlyList<Diagnostic> Check(string definition, StructureContext? host = null)
    {
        var read = WorkflowReader.Read(new SourceText(definition, "orders.workflow.json"));
        read.Diagnostics.ShouldBeEmpty();
        var bag = new DiagnosticBag();
        StructureValidator.Validate(read.Definition!, host ?? Host, bag);
        return bag.ToSortedList();
    }

    private sealed class FixedProvider(params string[] names) : IConnectionProvider
    {
        public bool Knows(string provider) => names.Contains(provider);

        public ValueTask<Connection?> FindAsync(string? userId, string name, string provider, CancellationToken cancellationToken) => new((Connection?)null);
    }
}
