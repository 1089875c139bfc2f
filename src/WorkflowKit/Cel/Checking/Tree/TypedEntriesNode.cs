using WorkflowKit.CelTypes;

namespace WorkflowKit.CelChecking;

/// <summary>An object of a template that is made as a dictionary of a known type.</summary>
internal sealed record TypedEntriesNode(MapType Map, IReadOnlyList<KeyValuePair<string, CheckedNode>> Entries) : CheckedNode(Map, default)
{
    public override bool CanFail => true;
}
