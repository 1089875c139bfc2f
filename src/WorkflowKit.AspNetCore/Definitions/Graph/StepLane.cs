using WorkflowKit.Definitions;

namespace WorkflowKit.AspNetCore.Definitions.Graph;

/// <summary>A list of steps inside a step, with what the graph says of it.</summary>
internal sealed record StepLane(GraphLane Lane, IReadOnlyList<StepDefinition> Steps)
{
    private StepLane(string id, GraphLaneKind kind, IReadOnlyList<StepDefinition> steps, string? name = null, SourceValue? condition = null)
        : this(new GraphLane(id, kind, name, condition is { Text.Length: > 0 } ? condition.Text : null), steps)
    {
    }

    /// <summary>The lanes of a step in the order of the text's format, compensation last.</summary>
    internal static IEnumerable<StepLane> Of(StepDefinition step) =>
        step.Compensate.Count == 0 ? Own(step) : Own(step).Append(new("compensate", GraphLaneKind.Compensation, step.Compensate));

    private static IEnumerable<StepLane> Own(StepDefinition step) => step switch
    {
        ParallelDefinition parallel => parallel.Branches.Select(one => new StepLane(Place(step, one.Source), GraphLaneKind.Branch, one.Steps, one.Id, one.If)),
        SwitchDefinition choice =>
        [
            .. choice.Cases.Select(one => new StepLane(Place(step, one.Source), GraphLaneKind.Case, one.Steps, condition: one.When)),
            .. Optional("default", GraphLaneKind.Default, choice.Default),
        ],
        ForEachDefinition loop => [new("steps", GraphLaneKind.Body, loop.Steps, condition: loop.Items)],
        WhileDefinition loop => [new("steps", GraphLaneKind.Body, loop.Steps, condition: loop.Condition)],
        RepeatDefinition loop => [new("steps", GraphLaneKind.Body, loop.Steps, condition: loop.Until)],
        TryDefinition guarded =>
        [
            new("steps", GraphLaneKind.Try, guarded.Steps),
            .. guarded.Catch.Select(one => new StepLane(Place(step, one.Source), GraphLaneKind.Catch, one.Steps, condition: one.When)),
            .. Optional("finally", GraphLaneKind.Finally, guarded.Finally),
        ],
        InputDefinition input => Optional("onTimeout", GraphLaneKind.Timeout, input.OnTimeout),
        _ => [],
    };

    private static IEnumerable<StepLane> Optional(string id, GraphLaneKind kind, IReadOnlyList<StepDefinition>? steps) => steps is null ? [] : [new(id, kind, steps)];

    private static string Place(StepDefinition step, SourceValue inner) => inner.Pointer[(step.Source.Pointer.Length + 1)..];
}
