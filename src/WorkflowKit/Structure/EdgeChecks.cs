using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Structure;

/// <summary>The entries of <c>after</c>: WK3001 to WK3005.</summary>
internal static class EdgeChecks
{
    private const int MaxNamedLinks = 12;

    public static void Check(DefinitionStructure structure, DiagnosticBag bag)
    {
        foreach (var scope in structure.Scopes)
        {
            foreach (var step in scope.Steps)
                CheckEntries(structure, scope, step, bag);
            foreach (var cycle in EdgeCycles.Of(scope.Graph))
                ReportCycle(cycle, bag);
        }
    }

    private static void CheckEntries(DefinitionStructure structure, StepScope scope, StepDefinition step, DiagnosticBag bag)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in step.After ?? [])
        {
            if (!seen.Add(entry.Text))
                bag.ReportWithFix(FlowDiagnostics.RepeatedEdge, entry, Removal(structure, step, entry), step.Id, entry.Text);
            else if (entry.Text == step.Id)
                bag.ReportWithFix(FlowDiagnostics.SelfEdge, entry, Removal(structure, step, entry), step.Id);
            else if (structure.ScopeOf(entry.Text) is not { } target)
                bag.ReportWithHint(FlowDiagnostics.UnknownEdge, entry, DidYouMean.Hint(entry.Text, OtherIds(scope, step)), step.Id, entry.Text);
            else if (target != scope)
                ReportCrossing(structure, scope, step, target, entry, bag);
        }
    }

    private static IEnumerable<string> OtherIds(StepScope scope, StepDefinition step) =>
        scope.Steps.Where(other => other != step).Select(other => other.Id);

    private static void ReportCrossing(DefinitionStructure structure, StepScope scope, StepDefinition step, StepScope target, SourceValue entry, DiagnosticBag bag)
    {
        Hint? hint = null;
        DiagnosticFix? fix = null;
        if (scope.ContainerOf(target) is { } container && container != step)
        {
            hint = $"Wait for `{container.Id}`, which contains it.";
            fix = DiagnosticFix.Replace(entry.Span, JsonText.Quote(container.Id));
        }
        else if (target.ContainerOf(scope) is { } outer && outer.Id == entry.Text)
        {
            hint = "A step starts within the step that contains it, so it need not wait for it: remove the entry.";
            fix = Removal(structure, step, entry);
        }
        else if (target.ContainerOf(scope) is { } around)
        {
            hint = $"Put the edge on `{around.Id}`, which contains this step, and remove it here.";
        }

        bag.Add(FlowDiagnostics.CrossingEdge.At(entry.Pointer, entry.Span, [step.Id, entry.Text, target.Place], hint) with { Fix = fix });
    }

    private static DiagnosticFix? Removal(DefinitionStructure structure, StepDefinition step, SourceValue entry) =>
        step.Source["after"] is { Kind: SourceValueKind.Array } after ? SourceEdits.RemoveItem(structure.Definition.Source, after, entry) : null;

    private static void ReportCycle(IReadOnlyList<StepDefinition> cycle, DiagnosticBag bag)
    {
        var links = cycle.Select((step, index) => $"`{step.Id}` waits for `{cycle[(index + 1) % cycle.Count].Id}`").Take(MaxNamedLinks).ToList();
        if (cycle.Count > MaxNamedLinks)
            links.Add($"and so on through {cycle.Count} steps");

        // Edges from the order of the list point backwards only, so each circle holds one that its author wrote.
        var at = cycle.Index().First(link => link.Item.After is not null);
        var next = cycle[(at.Index + 1) % cycle.Count].Id;
        bag.Report(FlowDiagnostics.CyclicEdges, at.Item.After!.First(entry => entry.Text == next), string.Join(", ", links));
    }
}
