using WorkflowKit.Diagnostics;

namespace WorkflowKit.Compilation;

/// <summary>Diagnostics of the compiler itself; none of them is a mistake of the definition's author.</summary>
internal static class CompilerDiagnostics
{
    public static readonly DiagnosticDescriptor EmittedCodeDoesNotCompile = new(
        "WK9001",
        DiagnosticSeverity.Error,
        "Emitted code does not compile",
        "The C# that was emitted for this definition does not compile: {0}.",
        "This is a bug in WorkflowKit: please report it with the definition; the C# is in the result.");

    public static readonly DiagnosticDescriptor CompilerFailed = new(
        "WK9002",
        DiagnosticSeverity.Error,
        "The compiler failed",
        "The compiler failed on this definition: {0}.",
        "This is a bug in WorkflowKit: please report it with the definition.");
}
