namespace WorkflowKit.Definitions;

/// <summary>What can be said of an expression before it is parsed.</summary>
internal sealed class ExpressionText(DefinitionReadContext context)
{
    /// <summary>The value where there is an expression to parse in it; else <see langword="null"/>, and it was reported.</summary>
    public SourceValue? Check(string name, SourceValue value)
    {
        var text = value.Text.AsSpan().Trim();
        if (text.IsEmpty)
        {
            context.Bag.Report(DefinitionDiagnostics.Empty, value, $"`{name}`", "an expression");
            return null;
        }

        if (text.StartsWith("${{") && text.EndsWith("}}"))
        {
            context.Bag.Report(DefinitionDiagnostics.TemplateInExpression, value, $"`{name}`", DefinitionDiagnostics.Shorten(text[3..^2].Trim().ToString()));
            return null;
        }

        if (value.Text.Length <= context.Limits.MaxExpressionLength)
            return value;
        context.Bag.Report(DefinitionDiagnostics.TooLong, value, $"The expression in `{name}`", value.Text.Length, context.Limits.MaxExpressionLength);
        return null;
    }
}
