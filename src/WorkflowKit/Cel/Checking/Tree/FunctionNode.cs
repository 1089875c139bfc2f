using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;

namespace WorkflowKit.CelChecking;

/// <summary>A call of a function with its resolved overload. Where an argument is dynamic, the value is resolved when it runs.</summary>
internal sealed record FunctionNode(CelType Type, TextRange Range, Overload Overload, IReadOnlyList<CheckedNode> Arguments, bool IsDynamic) : CheckedNode(Type, Range)
{
    public override bool CanFail => IsDynamic || Arguments.Any(a => a.CanFail) || Overload.Method is not ("Size" or "Contains" or "StartsWith" or "EndsWith" or "Of" or "TypeOf");
}
