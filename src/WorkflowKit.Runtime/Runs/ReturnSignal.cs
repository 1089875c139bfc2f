using WorkflowKit.Expressions;

namespace WorkflowKit.Runs;

/// <summary>A <c>return</c> step ends the run.</summary>
internal sealed class ReturnSignal(CelValue outputs) : RunSignal("The run returns.")
{
    internal CelValue Outputs { get; } = outputs;
}
