using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Binding;

/// <summary>Inputs that people are asked for and nothing reads: WK2207.</summary>
internal static class UnusedInputs
{
    public static void Check(CheckedProgram program, DiagnosticBag diagnostics)
    {
        foreach (var input in program.UnusedInputs)
            diagnostics.Report(BindingDiagnostics.UnusedInput, input, input.Name);
    }
}
