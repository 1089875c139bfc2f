using WorkflowKit.Diagnostics;

namespace WorkflowKit.Binding;

/// <summary>Steps that do nothing but give an output, which nothing reads: WK2206.</summary>
internal static class UnusedOutputs
{
    public static void Check(CheckedProgram program, DiagnosticBag diagnostics)
    {
        foreach (var step in program.Steps)
        {
            if (step is CheckedSet { Symbol: { IsRead: false, IsObserved: false } symbol })
                diagnostics.Add(BindingDiagnostics.UnusedOutput.At(symbol.Definition.IdSource.Pointer, symbol.Definition.IdSource.Span, [symbol.Id]));
        }
    }
}
