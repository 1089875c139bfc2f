using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;

namespace WorkflowKit.CelChecking;

/// <summary>An object of a template that is made as an object of a known type.</summary>
internal sealed record ObjectNode(ObjectType Object, IReadOnlyList<MemberValue> Values) : CheckedNode(Object, default)
{
    public override bool CanFail => true;
}
