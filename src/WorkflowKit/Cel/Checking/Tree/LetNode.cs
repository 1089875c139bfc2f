using WorkflowKit.CelSyntax;

namespace WorkflowKit.CelChecking;

/// <summary>A value with a name, in an expression: <c>cel.bind</c>.</summary>
internal sealed record LetNode(TextRange Range, LocalVariable Variable, CheckedNode Value, CheckedNode Body) : CheckedNode(Body.Type, Range)
{
    public override bool CanFail => Value.CanFail || Body.CanFail;
}
