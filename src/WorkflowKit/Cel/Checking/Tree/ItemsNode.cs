using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;

namespace WorkflowKit.CelChecking;

/// <summary>A list.</summary>
internal sealed record ItemsNode(CelType Type, TextRange Range, IReadOnlyList<CheckedItem> Items) : CheckedNode(Type, Range)
{
    public override bool CanFail => Items.Any(i => i.Value.CanFail || i.IsOptional);
}
