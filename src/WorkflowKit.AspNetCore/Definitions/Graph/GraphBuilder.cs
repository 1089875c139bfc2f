using System.Globalization;
using WorkflowKit.Definitions;

namespace WorkflowKit.AspNetCore.Definitions.Graph;

/// <summary>Draws a definition. It holds for wrong ones as well: what could not be read is not there, and a name that is nobody's makes no edge.</summary>
internal sealed class GraphBuilder
{
    private readonly List<GraphNode> _nodes = [];
    private readonly List<GraphEdge> _edges = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    internal static DefinitionGraph Build(SourceText source, DefinitionLimits limits)
    {
        var read = WorkflowReader.Read(source, limits);
        var builder = new GraphBuilder();
        builder.Draw(read.Definition?.Steps ?? [], parent: null, lane: null);
        return new(source.Hash, read.Succeeded, builder._nodes, builder._edges);
    }

    // As deep as the reader lets steps stand in steps.
    private void Draw(IReadOnlyList<StepDefinition> steps, string? parent, GraphLane? lane)
    {
        var ids = steps.Select(IdOf).ToList();
        var byName = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < steps.Count; index++) byName.TryAdd(steps[index].Id, index);

        for (var index = 0; index < steps.Count; index++)
        {
            var step = steps[index];
            var lanes = StepLane.Of(step).ToList();
            _nodes.Add(NodeOf(step, ids[index], lanes, parent, lane));
            var before = Before(step, index, byName);
            foreach (var one in before) _edges.Add(new(ids[one], ids[index], step.After is null ? GraphEdgeKind.Sequence : GraphEdgeKind.After));
            if (before.Count == 0 && parent is not null) _edges.Add(new(parent, ids[index], lane!.Kind, lane.Id));
            foreach (var inner in lanes) Draw(inner.Steps, ids[index], inner.Lane);
        }
    }

    private static List<int> Before(StepDefinition step, int index, Dictionary<string, int> byName) => step.After switch
    {
        null => index == 0 ? [] : [index - 1],
        var names => [.. names.Select(name => byName.GetValueOrDefault(name.Text, -1)).Where(static one => one >= 0).Distinct()],
    };

    private string IdOf(StepDefinition step) => Names.IsStepId(step.Id) && _ids.Add(step.Id) ? step.Id : step.Source.Pointer;

    private static GraphNode NodeOf(StepDefinition step, string id, List<StepLane> lanes, string? parent, GraphLane? lane) => new(
        id,
        step.Type,
        step.Name ?? (step.Id.Length > 0 ? step.Id : id),
        KindOf(step),
        step.Source.Pointer,
        step.Source.Span,
        [.. lanes.Select(static one => one.Lane)],
        parent,
        lane?.Id,
        step.Description,
        step.If is { Text.Length: > 0 } condition ? condition.Text : null,
        step.Connection?.Text,
        PositionOf(step.Source));

    private static GraphNodeKind KindOf(StepDefinition step) => step switch
    {
        ActivityDefinition => GraphNodeKind.Activity,
        ParallelDefinition or SwitchDefinition or ForEachDefinition or WhileDefinition or RepeatDefinition or TryDefinition => GraphNodeKind.Container,
        _ => GraphNodeKind.Control,
    };

    private static GraphPosition? PositionOf(SourceValue step)
    {
        if (step["ui"] is not { } ui) return null;
        var place = ui["position"] ?? ui;
        return NumberOf(place["x"]) is { } x && NumberOf(place["y"]) is { } y ? new(x, y) : null;
    }

    private static double? NumberOf(SourceValue? value) =>
        value is { Kind: SourceValueKind.Number } && double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
