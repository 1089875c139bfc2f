using WorkflowKit.CelChecking;
using WorkflowKit.CelTypes;
using WorkflowKit.Emission;

namespace WorkflowKit.Binding;

/// <summary>An expression or a template whose names and types are known.</summary>
/// <param name="Root">What it is.</param>
/// <param name="Type">The type that its place wants of it.</param>
/// <param name="Taken">The C# names in use where it stands.</param>
/// <param name="Path">The place in words of the definition, such as <c>with</c>: failures name it.</param>
internal sealed record BoundExpression(CheckedNode Root, CelType Type, UniqueNames Taken, string Path)
{
    /// <summary>Whether it is a value that is written down, with nothing to work out.</summary>
    public bool IsWrittenOut => Is(Root);

    private static bool Is(CheckedNode node) => node switch
    {
        ConstantNode => true,
        ObjectNode made => made.Values.All(static value => Is(value.Value)),
        TypedItemsNode list => list.Items.All(Is),
        ItemsNode list => list.Items.All(static item => Is(item.Value)),
        TypedEntriesNode map => map.Entries.All(static entry => Is(entry.Value)),
        EntriesNode map => map.Entries.All(static entry => Is(entry.Key) && Is(entry.Value)),
        _ => false,
    };
}
