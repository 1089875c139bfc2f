using WorkflowKit.Definitions;

namespace WorkflowKit.AspNetCore.Definitions.Graph;

/// <summary>A list of steps inside a step, with what the graph says of it.</summary>
internal sealed record StepLane(GraphLane Lane, IReadOnlyList<StepDefinition> Steps)
{
    private StepLane(string id, GraphEdgeKind kind, IReadOnlyList<StepDefinition> steps, string? name = null, SourceValue? condition = null)
        : this(new GraphLane(id, kind, name, condition is { Text.Length: > 0 } ? condition.Text : null), steps)
    {
    }

    /// <summary>The lanes of a step in the order of the text's format, compensation last.</summary>
    internal static IEnumerable<StepLane> Of(StepDefinition step) =>
        step.Compensate.Count == 0 ? Own(step) : Own(step).Append(new("compensate", GraphEdgeKind.Compensation, step.Compensate));

    private static IEnumerable<StepLane> Own(StepDefinition step) => step switch
    {
        ParallelDefinition parallel => parallel.Branches.Select(one => new StepLane(Place(step, one.Source), GraphEdgeKind.Branch, one.Steps, one.Id, one.If)),
        SwitchDefinition choice =>
        [
            .. choice.Cases.Select(one => new StepLane(Place(step, one.Source), GraphEdgeKind.Case, one.Steps, condition: one.When)),
            .. Optional("default", GraphEdgeKind.Default, choice.Default),
        ],
        ForEachDefinition loop => [new("steps", GraphEdgeKind.Body, loop.Steps, condition: loop.Items)],
        WhileDefinition loop => [new("steps", GraphEdgeKind.Body, loop.Steps, condition: loop.Condition)],
        RepeatDefinition loop => [new("steps", GraphEdgeKind.Body, loop.Steps, condition: loop.Until)],
        TryDefinition guarded =>
        [
            new("steps", GraphEdgeKind.Try, guarded.Steps),
            .. guarded.Catch.Select(one => new StepLane(Place(step, one.Source), GraphEdgeKind.Catch, one.Steps, condition: one.When)),
            .. Optional("finally", GraphEdgeKind.Finally, guarded.Finally),
        ],
        InputDefinition input => Optional("onTimeout", GraphEdgeKind.Timeout, input.OnTimeout),
        _ => [],
    };

    private static IEnumerable<StepLane> Optional(string id, GraphEdgeKind kind, IReadOnlyList<StepDefinition>? steps) => steps is null ? [] : [new(id, kind, steps)];

    private static string Place(StepDefinition step, SourceValue inner) => inner.Pointer[(step.Source.Pointer.Length + 1)..];
}
