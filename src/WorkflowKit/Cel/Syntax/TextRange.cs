namespace WorkflowKit.CelSyntax;

/// <summary>A stretch of an expression's text, in UTF-16 code units from its start.</summary>
internal readonly record struct TextRange(int Start, int Length)
{
    public int End => Start + Length;

    public static TextRange Between(int start, int end) => new(start, Math.Max(0, end - start));

    public TextRange To(TextRange last) => Between(Start, last.End);

    public TextRange ShiftedBy(int offset) => this with { Start = Start + offset };
}
