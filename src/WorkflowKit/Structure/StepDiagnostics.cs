using WorkflowKit.Diagnostics;

namespace WorkflowKit.Structure;

/// <summary>WK4: steps of the catalogue, and the connections that they use.</summary>
internal static class StepDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownType = new(
        "WK4001", DiagnosticSeverity.Error, "Unknown step type",
        "There is no step type `{0}` on this host.",
        "Use a type of the step catalogue, or register the step class that has this type.");

    public static readonly DiagnosticDescriptor UndeclaredConnection = new(
        "WK4002", DiagnosticSeverity.Error, "Undeclared connection",
        "`{0}` uses the connection `{1}`, which the definition does not declare.",
        "Declare it: `\"connections\": {{ \"{1}\": {{ \"provider\": \"...\" }} }}`.");

    public static readonly DiagnosticDescriptor UnusedConnection = new(
        "WK4003", DiagnosticSeverity.Warning, "Unused connection",
        "The connection `{0}` is declared, but no step uses it; people are asked for an account that the run does not need.",
        "Remove it, or name it as the `connection` of a step.");

    public static readonly DiagnosticDescriptor UnknownProvider = new(
        "WK4004", DiagnosticSeverity.Error, "Unknown provider",
        "No connection provider of this host knows `{0}`.",
        "Correct the name, or register a provider that knows it.");

    public static readonly DiagnosticDescriptor MissingConnection = new(
        "WK4005", DiagnosticSeverity.Error, "Missing connection",
        "`{0}` is a `{1}` step, which needs a connection to `{2}`, but it names none.",
        "Declare a connection with the provider `{2}` and name it as `connection` of this step.");

    public static readonly DiagnosticDescriptor WrongProvider = new(
        "WK4006", DiagnosticSeverity.Error, "Connection of another provider",
        "`{0}` is a `{1}` step, which needs a connection to `{2}`, but `{3}` is one to `{4}`.",
        "Name a connection with the provider `{2}`.");

    public static readonly DiagnosticDescriptor NeedlessConnection = new(
        "WK4007", DiagnosticSeverity.Warning, "Connection without use",
        "`{0}` names the connection `{1}`, but a `{2}` step takes none.",
        "Remove `connection` from this step.");

    public static readonly DiagnosticDescriptor UnknownPipeline = new(
        "WK4008", DiagnosticSeverity.Error, "Unknown resilience pipeline",
        "`{0}` uses the resilience pipeline `{1}`, which this host has not registered.",
        "Correct the name, or register the pipeline.");

    public static readonly DiagnosticDescriptor HarmfulRetry = new(
        "WK4009", DiagnosticSeverity.Warning, "Retry of a step that is not idempotent",
        "`{0}` is tried again after a failure, but a `{1}` step does harm when it is done twice: a failed attempt may have done its work already.",
        "Remove `retry`, or let the step class use the idempotency key and say so.");

    public static readonly DiagnosticDescriptor Secret = new(
        "WK4010", DiagnosticSeverity.Warning, "Secret in a definition",
        "This looks like {0}: everybody who can read the definition, its runs or their logs can read it.",
        "Put it into a connection, which steps can use and nobody can read.");
}
