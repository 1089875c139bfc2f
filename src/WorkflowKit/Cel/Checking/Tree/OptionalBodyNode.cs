using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;

namespace WorkflowKit.CelChecking;

/// <summary>What an optional's value becomes: <c>optMap</c> and <c>optFlatMap</c>.</summary>
internal sealed record OptionalBodyNode(CelType Type, TextRange Range, CheckedNode Source, LocalVariable Variable, CheckedNode Body, bool IsFlat) : CheckedNode(Type, Range)
{
    public override bool CanFail => true;
}
