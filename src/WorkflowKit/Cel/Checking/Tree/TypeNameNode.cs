using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;

namespace WorkflowKit.CelChecking;

/// <summary>A type's name as a value: <c>int</c> in <c>type(x) == int</c>.</summary>
internal sealed record TypeNameNode(TextRange Range, string Name) : CheckedNode(CelType.Type, Range)
{
    public override bool CanFail => false;
}
