using WorkflowKit.Diagnostics;

namespace WorkflowKit.Binding;

/// <summary>WK22xx: which names an expression may use at its place.</summary>
internal static class BindingDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownStep = new(
        "WK2201", DiagnosticSeverity.Error, "Unknown step",
        "There is no step `{0}`.",
        "Use the id of a step of this definition.");

    public static readonly DiagnosticDescriptor NotRunYet = new(
        "WK2202", DiagnosticSeverity.Error, "Step has not run yet",
        "Step `{0}` has not run yet at this place.",
        "Read it in a step behind it, or add `{0}` to the `after` of this step.");

    public static readonly DiagnosticDescriptor OutOfSight = new(
        "WK2203", DiagnosticSeverity.Error, "Step out of sight",
        "Step `{0}` cannot be read at this place: {1}.",
        null);

    public static readonly DiagnosticDescriptor HiddenName = new(
        "WK2204", DiagnosticSeverity.Warning, "Hidden name",
        "The name `{0}` hides the same name of an outer loop.",
        "Give one of the loops another name with `as`.");

    public static readonly DiagnosticDescriptor NoOutput = new(
        "WK2205", DiagnosticSeverity.Error, "Step without an output",
        "`{0}` has no output to read: {1}.",
        "Read the output of a step that has one, or make a value with a `set` step.");

    public static readonly DiagnosticDescriptor UnusedOutput = new(
        "WK2206", DiagnosticSeverity.Warning, "Output never used",
        "`{0}` does nothing but keep a value, and nothing reads it.",
        "Remove the step, or read `steps.{0}.output`.");

    public static readonly DiagnosticDescriptor UnusedInput = new(
        "WK2207", DiagnosticSeverity.Warning, "Input never used",
        "Nothing reads the input `{0}`.",
        "Read it in an expression, or remove it from `inputs`.");
}
