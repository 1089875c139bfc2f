using WorkflowKit.CelSyntax;

namespace WorkflowKit.CelChecking;

/// <summary>A name of the scope. Where its value may be absent, its C# is the nullable form of its type.</summary>
internal sealed record BoundNode(TextRange Range, ValueBinding Binding, string Name) : CheckedNode(Binding.Type, Range)
{
    public override string Path => Name;

    public override bool CanFail => false;
}
