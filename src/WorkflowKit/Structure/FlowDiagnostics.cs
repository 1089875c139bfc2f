using WorkflowKit.Diagnostics;

namespace WorkflowKit.Structure;

/// <summary>WK3: edges and control flow.</summary>
internal static class FlowDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownEdge = new(
        "WK3001", DiagnosticSeverity.Error, "Edge to an unknown step",
        "`{0}` waits for `{1}`, but there is no such step.",
        "Name a step of the same list, or remove the entry.");

    public static readonly DiagnosticDescriptor CrossingEdge = new(
        "WK3002", DiagnosticSeverity.Error, "Edge into another list of steps",
        "`{0}` waits for `{1}`, which stands in another list of steps ({2}).",
        "Edges join steps of one list only.");

    public static readonly DiagnosticDescriptor CyclicEdges = new(
        "WK3003", DiagnosticSeverity.Error, "Edges in a circle",
        "These steps wait for each other, so none of them can ever start: {0}.",
        "Remove one of these edges from `after`.");

    public static readonly DiagnosticDescriptor SelfEdge = new(
        "WK3004", DiagnosticSeverity.Error, "Edge to itself",
        "`{0}` waits for itself, so it can never start.",
        "Remove `{0}` from its own `after`.");

    public static readonly DiagnosticDescriptor RepeatedEdge = new(
        "WK3005", DiagnosticSeverity.Warning, "Repeated edge",
        "`{0}` names `{1}` in its `after` more than once.",
        "Remove the repetition.");

    public static readonly DiagnosticDescriptor Unreachable = new(
        "WK3006", DiagnosticSeverity.Warning, "Unreachable steps",
        "{0} can never run: {1}.",
        "Remove what cannot run, or mend what keeps it from running.");

    public static readonly DiagnosticDescriptor NoDefault = new(
        "WK3007", DiagnosticSeverity.Warning, "Switch without default",
        "`{0}` has no `default`, and none of its cases is always true: where no case fits, nothing happens and nobody is told.",
        "Add a `default`; `\"default\": []` says that doing nothing is right.");

    public static readonly DiagnosticDescriptor EndlessLoop = new(
        "WK3008", DiagnosticSeverity.Warning, "Loop without an end",
        "The loop `{0}` never ends by itself: {1}, and nothing in it returns or fails.",
        "Let the condition depend on a step inside of the loop, or set `maxIterations` if the limit is meant to end it.");

    public static readonly DiagnosticDescriptor MissingOutputs = new(
        "WK3009", DiagnosticSeverity.Warning, "Path without the declared outputs",
        "The workflow declares outputs, but a run that ends at `{0}` has {1}.",
        "Give the `return` a `with` that has each member of `outputs`.");

    public static readonly DiagnosticDescriptor SelfCall = new(
        "WK3010", DiagnosticSeverity.Warning, "Workflow that calls itself",
        "`{0}` starts the workflow `{1}`, which is this one: each run would start another.",
        "Use a loop step to do something again, or make sure that a condition ends the calls.");

    public static readonly DiagnosticDescriptor LongTimeout = new(
        "WK3011", DiagnosticSeverity.Warning, "Timeout longer than the workflow's",
        "`{0}` may take `{1}`, but the whole run at most `{2}`: the run is over before that.",
        "Shorten it, or lengthen `options.timeout`.");

    public static readonly DiagnosticDescriptor UnreachableLimit = new(
        "WK3012", DiagnosticSeverity.Warning, "Limit that cannot be reached",
        "The `{0}` of `{1}` is never reached: {2}.",
        "Lower it to what can happen, or remove it.");

    public static readonly DiagnosticDescriptor LongRetry = new(
        "WK3013", DiagnosticSeverity.Warning, "Retries longer than the workflow's timeout",
        "With all of its attempts `{0}` may take `{1}`, but the whole run at most `{2}`: the run may be over before the last attempt.",
        "Allow fewer attempts or shorter ones, or lengthen `options.timeout`.");
}
