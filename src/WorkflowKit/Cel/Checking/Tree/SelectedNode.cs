using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;

namespace WorkflowKit.CelChecking;

/// <summary>A member, or with <paramref name="IsOptional"/> an optional member, of a map or a dynamic value.</summary>
internal sealed record SelectedNode(CelType Type, TextRange Range, CheckedNode Operand, string Member, bool IsOptional) : CheckedNode(Type, Range)
{
    public override string? Path => Operand.Path is { } path ? $"{path}.{Member}" : null;

    public override bool CanFail => true;
}
