using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;

namespace WorkflowKit.CelChecking;

/// <summary>A test whether a map or a dynamic value has a member.</summary>
internal sealed record HasMemberNode(TextRange Range, CheckedNode Operand, string Member) : CheckedNode(CelType.Bool, Range)
{
    public string? MemberPath => Operand.Path is { } path ? $"{path}.{Member}" : null;

    public override bool CanFail => true;
}
