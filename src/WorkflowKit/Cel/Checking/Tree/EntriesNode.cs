using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;

namespace WorkflowKit.CelChecking;

/// <summary>A map.</summary>
internal sealed record EntriesNode(CelType Type, TextRange Range, IReadOnlyList<CheckedEntry> Entries) : CheckedNode(Type, Range)
{
    public override bool CanFail => true;
}
