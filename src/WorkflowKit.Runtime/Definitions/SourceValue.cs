using WorkflowKit.Diagnostics;

namespace WorkflowKit.Definitions;

/// <summary>A JSON value that knows where it stands in the source text of a definition. Immutable once read.</summary>
public sealed class SourceValue
{
    internal SourceValue(SourceValueKind kind, SourceSpan span, string pointer)
    {
        Kind = kind;
        Span = span;
        Pointer = pointer;
    }

    /// <summary>What kind of JSON value it is.</summary>
    public SourceValueKind Kind { get; }

    /// <summary>Where it stands; of a string, its quotes are part of the span.</summary>
    public SourceSpan Span { get; }

    /// <summary>JSON Pointer (RFC 6901) from the root of the definition; empty for the root.</summary>
    public string Pointer { get; }

    /// <summary>A string's value without its quotes and escapes, a number's digits as written, <c>true</c> or <c>false</c>; else empty.</summary>
    public string Text { get; internal init; } = "";

    /// <summary>An object's members in source order; a name that came twice is reported and kept once. Empty for other kinds.</summary>
    public IReadOnlyList<SourceMember> Members { get; internal init; } = [];

    /// <summary>An array's items. Empty for other kinds.</summary>
    public IReadOnlyList<SourceValue> Items { get; internal init; } = [];

    /// <summary>The value of the member called <paramref name="name"/>, or <see langword="null"/>.</summary>
    public SourceValue? this[string name]
    {
        get
        {
            foreach (var member in Members)
            {
                if (member.Name == name)
                    return member.Value;
            }

            return null;
        }
    }
}
