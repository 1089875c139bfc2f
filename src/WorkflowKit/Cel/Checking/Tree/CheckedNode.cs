using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;

namespace WorkflowKit.CelChecking;

/// <summary>An expression whose names and types are resolved. Immutable.</summary>
/// <param name="Type">The type of its value.</param>
/// <param name="Range">Where it stands in the expression's text.</param>
internal abstract record CheckedNode(CelType Type, TextRange Range)
{
    /// <summary>The names it is reached by (<c>steps.fetch.output.body</c>), where it is nothing but names: guards speak of them.</summary>
    public virtual string? Path => null;

    /// <summary>Whether it is <c>[]</c>, which is a list of whatever its place wants.</summary>
    public bool IsEmptyList => this is ItemsNode { Items.Count: 0 };

    /// <summary>Whether evaluating it can fail. Logic with such operands absorbs the failure where the other side decides.</summary>
    public abstract bool CanFail { get; }
}
