using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;

namespace WorkflowKit.CelChecking;

/// <summary>Text with values put in: <c>Order ${{ inputs.orderId }} is late</c>. Its literal parts are constants.</summary>
internal sealed record TextNode(TextRange Range, IReadOnlyList<CheckedNode> Parts) : CheckedNode(CelType.String, Range)
{
    public override bool CanFail => true;
}
