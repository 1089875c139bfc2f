using WorkflowKit.CelTypes;

namespace WorkflowKit.CelChecking;

/// <summary>An array of a template that is made as a list of a known type.</summary>
internal sealed record TypedItemsNode(ListType List, IReadOnlyList<CheckedNode> Items) : CheckedNode(List, default)
{
    public override bool CanFail => true;
}
