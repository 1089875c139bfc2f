using WorkflowKit.CelTypes;
using WorkflowKit.Definitions;

namespace WorkflowKit.Binding;

/// <summary><c>parallel</c>; its output is an object by branch, which only the run knows.</summary>
internal sealed record CheckedParallel(StepSymbol Symbol, IReadOnlyList<CheckedBranch> Branches) : CheckedStep(Symbol)
{
    public new ParallelDefinition Definition => (ParallelDefinition)Symbol.Definition;

    public override CelType Output => CelType.Dyn;
}
