using WorkflowKit.Definitions;

namespace WorkflowKit.Editing.Places;

/// <summary>A place in the JSON of a definition. Offsets count UTF-16 code units from the start of the text.</summary>
/// <param name="Kind">What stands there.</param>
/// <param name="Path">The objects and arrays around it, the document first.</param>
internal sealed record JsonCursor(CursorKind Kind, IReadOnlyList<Frame> Path)
{
    public static JsonCursor Nothing { get; } = new(CursorKind.Nothing, []);

    /// <summary>The member whose name or value it is, where there is one.</summary>
    public SourceMember? Member { get; init; }

    /// <summary>The value that stands there, where there is one; a missing one has no length.</summary>
    public SourceValue? Value { get; init; }

    /// <summary>Where the text begins that stands there, inside its quotes where it has them.</summary>
    public int Start { get; init; }

    /// <summary>Where that text ends.</summary>
    public int End { get; init; }

    /// <summary>The same text up to the cursor, without escapes.</summary>
    public string Typed { get; init; } = "";

    /// <summary>Whether it stands between quotes, or at least behind one.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>Whether the closing quote is there.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Whether a comma is missing before it.</summary>
    public bool NeedsComma { get; init; }

    /// <summary>The innermost object or array.</summary>
    public SourceValue Container => Path[^1].Container;
}
