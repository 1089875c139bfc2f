using WorkflowKit.CelSyntax;

namespace WorkflowKit.CelChecking;

/// <summary>A variable of a macro around it.</summary>
internal sealed record VariableNode(TextRange Range, LocalVariable Variable, string UniquePath) : CheckedNode(Variable.Type, Range)
{
    public override string Path => UniquePath;

    public override bool CanFail => false;
}
