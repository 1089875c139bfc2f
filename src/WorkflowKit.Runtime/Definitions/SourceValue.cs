using WorkflowKit.Diagnostics;

namespace WorkflowKit.Definitions;

/// <summary>A JSON value that knows where it stands in the source text of a definition. Immutable once read.</summary>
public sealed class SourceValue
{
    internal SourceValue(SourceValueKind kind, SourceSpan span, SourcePath path)
    {
        Kind = kind;
        Span = span;
        Path = path;
    }

    /// <summary>What kind of JSON value it is.</summary>
    public SourceValueKind Kind { get; }

    /// <summary>Where it stands; of a string, its quotes are part of the span.</summary>
    public SourceSpan Span { get; }

    /// <summary>JSON Pointer (RFC 6901) from the root of the definition; empty for the root.</summary>
    public string Pointer => Path.ToPointer();

    /// <summary>A string's value without its quotes and escapes, a number's digits as written, <c>true</c> or <c>false</c>; else empty.</summary>
    public string Text { get; internal init; } = "";

    /// <summary>An object's members in source order; a name that came twice is reported and kept once. Empty for other kinds.</summary>
    public IReadOnlyList<SourceMember> Members { get; internal init; } = [];

    /// <summary>An array's items. Empty for other kinds.</summary>
    public IReadOnlyList<SourceValue> Items { get; internal init; } = [];

    internal SourcePath Path { get; }

    /// <summary>Whether its end was found; not where a syntax error cut it off.</summary>
    internal bool IsComplete { get; init; } = true;

    /// <summary>The value of the member called <paramref name="name"/>, or <see langword="null"/>.</summary>
    public SourceValue? this[string name]
    {
        get
        {
            for (var i = 0; i < Members.Count; i++)
            {
                if (Members[i].Name == name)
                    return Members[i].Value;
            }

            return null;
        }
    }

    /// <summary>
    /// The place of a piece of a string's <see cref="Text"/>, escapes counted: in <c>"a\n${{ b }}"</c> the piece that starts at 2 stands at the <c>$</c>.
    /// What lies outside of the string is cut off. Of a value that is no string, its whole span.
    /// </summary>
    /// <param name="source">The text that the value was read from.</param>
    /// <param name="start">Zero-based offset of the piece in <see cref="Text"/>.</param>
    /// <param name="length">Its length in <see cref="Text"/>.</param>
    public SourceSpan SpanWithin(SourceText source, int start, int length)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (Kind != SourceValueKind.String)
            return Span;

        start = Math.Clamp(start, 0, Text.Length);
        length = Math.Clamp(length, 0, Text.Length - start);
        var raw = source.Text.AsSpan(Span.Start, Span.Length);
        var from = JsonEscapes.Skip(raw, 1, start);
        var to = JsonEscapes.Skip(raw, from, length);
        return source.SpanOf(Span.Start + from, to - from);
    }

    /// <summary>The value as JSON in one line, without comments; numbers as written.</summary>
    public string ToJson() => SourceJson.Write(this);
}
