namespace WorkflowKit.Diagnostics;

/// <summary>A stretch of the source text of a definition.</summary>
/// <param name="Start">Zero-based offset of the first character, in UTF-16 code units.</param>
/// <param name="Length">Number of UTF-16 code units.</param>
/// <param name="Line">One-based line of the first character.</param>
/// <param name="Column">One-based column of the first character, in UTF-16 code units.</param>
/// <param name="EndLine">One-based line of the character after the last.</param>
/// <param name="EndColumn">One-based column of the character after the last.</param>
public readonly record struct SourceSpan(int Start, int Length, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>Line and column as <c>(12,9)</c>.</summary>
    public override string ToString() => $"({Line},{Column})";
}
