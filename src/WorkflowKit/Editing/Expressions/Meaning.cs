using WorkflowKit.CelChecking;
using WorkflowKit.CelTypes;

namespace WorkflowKit.Editing.Expressions;

/// <summary>What a piece of an expression stands for: a group of names, or a value of a type.</summary>
/// <param name="Group">The group; <see langword="null"/>: it is a value.</param>
/// <param name="Type">The value's type.</param>
internal sealed record Meaning(NamespaceBinding? Group, CelType Type)
{
    /// <summary>Of a group, whether a question mark on the way to it guards what is read of it.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether the value may not be there.</summary>
    public bool MayBeAbsent { get; init; }

    /// <summary>The member of an object that it is, where it is one.</summary>
    public ObjectMember? Member { get; init; }

    /// <summary>What the expression was checked to be, where it is no plain name.</summary>
    public CheckedNode? Node { get; init; }
}
