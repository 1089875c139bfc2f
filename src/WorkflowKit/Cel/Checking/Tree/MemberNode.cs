using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;

namespace WorkflowKit.CelChecking;

/// <summary>A member of an object of known type. The operand is optional where <c>.?</c> stands before the member or before one of those before it.</summary>
internal sealed record MemberNode(CelType Type, TextRange Range, CheckedNode Operand, ObjectMember Member) : CheckedNode(Type, Range)
{
    public override string? Path => Operand.Path is { } path ? $"{path}.{Member.JsonName}" : null;

    public override bool CanFail => Operand.CanFail;
}
