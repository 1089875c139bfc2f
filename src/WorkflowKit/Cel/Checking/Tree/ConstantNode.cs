using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;

namespace WorkflowKit.CelChecking;

/// <summary>A literal: null, bool, long, ulong, double, decimal, string or byte[].</summary>
internal sealed record ConstantNode(CelType Type, TextRange Range, object? Value) : CheckedNode(Type, Range)
{
    public override bool CanFail => false;
}
