using WorkflowKit.Diagnostics;

namespace WorkflowKit.Definitions;

/// <summary>What can be said of an expression before it is parsed.</summary>
internal sealed class ExpressionText(DefinitionReadContext context)
{
    private static readonly (string Open, string Close)[] Marks = [("${{", "}}"), ("{{", "}}"), ("${", "}")];

    /// <summary>The value where there is an expression to parse in it; else <see langword="null"/>, and it was reported.</summary>
    public SourceValue? Check(string name, SourceValue value, SourceValue owner)
    {
        var text = value.Text.AsSpan().Trim();
        if (text.IsEmpty)
        {
            context.Bag.ReportWithFix(DefinitionDiagnostics.Empty, value, name is "if" or "result" or "key" ? SourceEdits.RemoveMember(context.Source, owner, name) : null, $"`{name}`", "an expression");
            return null;
        }

        if (Inside(text) is { } inner)
        {
            var fix = inner.Length == 0 || inner.Contains("{{", StringComparison.Ordinal) ? null : DiagnosticFix.Replace(value.Span, JsonText.Quote(inner));
            context.Bag.ReportWithFix(DefinitionDiagnostics.TemplateInExpression, value, fix, $"`{name}`", DefinitionDiagnostics.Shorten(inner));
            return null;
        }

        if (value.Text.Length <= context.Limits.MaxExpressionLength)
            return value;
        context.Bag.Report(DefinitionDiagnostics.TooLong, value, $"The expression in `{name}`", value.Text.Length, context.Limits.MaxExpressionLength);
        return null;
    }

    // The marks of a template, as they are here and in other languages; no expression begins so.
    private static string? Inside(ReadOnlySpan<char> text)
    {
        foreach (var (open, close) in Marks)
        {
            if (text.StartsWith(open) && text.EndsWith(close) && text.Length >= open.Length + close.Length)
                return text[open.Length..^close.Length].Trim().ToString();
        }

        return null;
    }
}
