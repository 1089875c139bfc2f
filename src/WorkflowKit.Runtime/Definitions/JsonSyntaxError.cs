using WorkflowKit.Diagnostics;

namespace WorkflowKit.Definitions;

/// <summary>One syntax error, and the characters to put in the place of others so that reading can go on; none where no mending is plain.</summary>
internal sealed record JsonSyntaxError(Diagnostic Diagnostic, (int Position, char Replacement)[] Repair)
{
    /// <summary>The same with changes that mend it for good; with none it stays as it is.</summary>
    public JsonSyntaxError Mended(SourceText source, string title, params (int Start, int Length, string NewText)[] edits) => edits.Length == 0
        ? this
        : this with { Diagnostic = Diagnostic with { Fix = new(title, [.. edits.Select(edit => new TextEdit(source.SpanOf(edit.Start, edit.Length), edit.NewText))]) } };
}
