using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;

namespace WorkflowKit.CelChecking;

/// <summary>A macro over a list or map.</summary>
internal sealed record LoopNode(
    CelType Type, TextRange Range, string Method, CheckedNode Source, LocalVariable First, LocalVariable? Second, CheckedNode? Filter, CheckedNode Body)
    : CheckedNode(Type, Range)
{
    public override bool CanFail => Source.CanFail || Source.Type.IsDynamic || Filter?.CanFail == true || Body.CanFail || Method is "Map" or "TransformMap" or "TransformMapEntry";
}
