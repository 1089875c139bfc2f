using System.Globalization;
using WorkflowKit.CelSyntax;
using WorkflowKit.CelTypes;
using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.CelChecking;

/// <summary>From changes of an expression to changes of the JSON that it stands in.</summary>
internal sealed partial class TemplateChecker
{
    private Diagnostic Locate(SourceValue value, ExpressionIssue issue)
    {
        var span = value.SpanWithin(source, issue.Range.Start, issue.Range.Length);
        if (issue.Explain is { } explain)
        {
            var explained = explain(value.Pointer, span);
            return explained.Fix is { Edits: [{ Span: var only }] } && only == span && IsQuoted(value, issue.Range) ? explained with { Fix = null } : explained;
        }

        var diagnostic = issue.Descriptor.At(value.Pointer, span, issue.Arguments, issue.Hint);
        return diagnostic with { Fix = issue.Mending is { } mending ? FixOf(value, mending) : FixOf(value, span, issue) };
    }

    private DiagnosticFix FixOf(SourceValue value, ExpressionMending mending) => new(
        mending.Title,
        [.. mending.Edits.Where(edit => edit.Range.Length > 0 || edit.NewText.Length > 0).Select(edit => new TextEdit(value.SpanWithin(source, edit.Range.Start, edit.Range.Length), JsonText.Escape(edit.NewText)))]);

    private static DiagnosticFix? FixOf(SourceValue value, SourceSpan span, ExpressionIssue issue)
    {
        if (issue.Hint?.Replacement is not { } replacement)
            return null;
        if (IsQuoted(value, issue.Range))
        {
            // A member read by index, or a word of an enum: the new name goes between the same quotes.
            var quote = value.Text[issue.Range.Start];
            return replacement.Contains(quote, StringComparison.Ordinal) || replacement.Contains('\\', StringComparison.Ordinal)
                ? null
                : DiagnosticFix.Replace(span, JsonText.Escape($"{quote}{replacement}{quote}"));
        }

        var isName = replacement.Length == 0 || !char.IsLetterOrDigit(replacement[0]) || replacement.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '(' or ')');
        return isName ? DiagnosticFix.Replace(span, JsonText.Escape(replacement)) : null;
    }

    private static bool IsQuoted(SourceValue value, TextRange range) =>
        range.Length > 0 && range.Start >= 0 && range.Start < value.Text.Length && value.Text[range.Start] is '\'' or '"';

    /// <summary>What turns a value into one of the type that its place wants.</summary>
    private static DiagnosticFix? Conversion(SourceValue value, CheckedNode node, CelType target)
    {
        if (target.Kind == CelTypeKind.String && (node.Type.IsNumber || node.Type.Kind == CelTypeKind.Bool))
        {
            if (value.Kind is SourceValueKind.Number or SourceValueKind.Boolean)
                return DiagnosticFix.Replace(value.Span, JsonText.Quote(value.Text));
            var text = value.Text.AsSpan().Trim();
            return text.StartsWith("${{") && text.EndsWith("}}")
                ? DiagnosticFix.Replace(value.Span, JsonText.Quote($"${{{{ string({text[3..^2].Trim()}) }}}}"))
                : null;
        }

        if (value.Kind != SourceValueKind.String || node is not ConstantNode { Value: string constant })
            return null;
        var isMeant = target.Kind == CelTypeKind.Bool
            ? constant is "true" or "false"
            : target.IsNumber && long.TryParse(constant, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number.ToString(CultureInfo.InvariantCulture) == constant;
        return isMeant ? DiagnosticFix.Replace(value.Span, constant) : null;
    }
}
