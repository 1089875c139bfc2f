using WorkflowKit.Diagnostics;

namespace WorkflowKit.Emission;

/// <summary><c>#line</c> directives, which lead a stack trace and a debugger from the C# to the definition.</summary>
internal static class LineDirective
{
    // What the C# compiler takes; a definition on one endless line is shown at the last column there is.
    private const int MaxColumn = 65_536;

    public static Code Default => $"#line default";

    /// <summary>The next line of C# comes from a place in the definition.</summary>
    /// <param name="span">The place.</param>
    /// <param name="fileName">The definition's file.</param>
    /// <param name="column">The zero-based column of the statement: all of it is mapped to the place.</param>
    public static Code To(SourceSpan span, string fileName, int column)
    {
        var (start, end) = (Math.Min(span.Column, MaxColumn - 1), Math.Min(span.EndColumn, MaxColumn));
        if (span.EndLine == span.Line && end <= start)
            end = start + 1;
        return $"#line ({Code.Literal(span.Line)},{Code.Literal(start)})-({Code.Literal(span.EndLine)},{Code.Literal(end)}) {Code.Literal(column + 1)} {Code.DirectiveFileName(fileName)}";
    }
}
