using WorkflowKit.Diagnostics;

namespace WorkflowKit.Registry;

/// <summary>WK1: what keeping definitions finds.</summary>
internal static class RegistryDiagnostics
{
    public static readonly DiagnosticDescriptor OtherId = new(
        "WK1025", DiagnosticSeverity.Error, "Id of another workflow",
        "The definition says it is `{0}`, but it is stored as `{1}`.",
        "Change the id to `{1}`, or rename the file to `{0}.workflow.json`.");
}
