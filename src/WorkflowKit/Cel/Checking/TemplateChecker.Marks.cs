using System.Text.RegularExpressions;
using WorkflowKit.CelSyntax;
using WorkflowKit.Definitions;

namespace WorkflowKit.CelChecking;

/// <summary>Expressions between the marks of other template languages, which are plain text here.</summary>
internal sealed partial class TemplateChecker
{
    private void WarnOfOtherMarks(SourceValue value, IReadOnlyList<TemplatePart> parts, NameScope scope)
    {
        if (!MayHoldOtherMarks(value.Text))
            return;
        foreach (Match match in OtherMarks().Matches(value.Text))
        {
            var inside = match.Groups["inside"].Value.Trim();
            if (parts.Any(part => part.IsExpression && part.Start <= match.Index && match.Index < part.Start + part.Text.Length))
                continue;
            if (CelParser.Parse(inside, limits) is not { Issue: null, Root: var root } || !ReadsKnownName(root, scope))
                continue;
            var meant = $"${{{{ {inside} }}}}";
            Report(value, [new(ExpressionDiagnostics.PlainText, new(match.Index, match.Length), [DefinitionDiagnostics.Shorten(match.Value), DefinitionDiagnostics.Shorten(meant)])
            {
                Mending = new($"Write `{DefinitionDiagnostics.Shorten(meant)}`", (new TextRange(match.Index, match.Length), meant)),
            }]);
        }
    }

    // Two braces without a $ before them, or a $ with one brace behind it.
    private static bool MayHoldOtherMarks(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('{'); at >= 0;)
        {
            var isBehindDollar = at > 0 && text[at - 1] == '$';
            var isTwice = at + 1 < text.Length && text[at + 1] == '{';
            if (isBehindDollar != isTwice)
                return true;
            at++;
            var next = text[at..].IndexOf('{');
            at = next < 0 ? -1 : at + next;
        }

        return false;
    }

    private static bool ReadsKnownName(CelNode node, NameScope scope) => node switch
    {
        NameNode name => scope.Find(name.Name) is not null,
        SelectNode select => ReadsKnownName(select.Operand, scope),
        IndexNode index => ReadsKnownName(index.Operand, scope),
        CallNode call => call.Target is { } target ? ReadsKnownName(target, scope) : call.Arguments.Any(argument => ReadsKnownName(argument, scope)),
        ConditionalNode choice => ReadsKnownName(choice.Condition, scope),
        _ => false,
    };

    // {{ x }} and ${x}; not ${{ x }}, nor what a $ before it makes literal.
    [GeneratedRegex(@"(?<!\$)(?:\{\{(?<inside>[^{}]+)\}\}|\$\{(?<inside>[^{}]+)\})", RegexOptions.CultureInvariant)]
    private static partial Regex OtherMarks();
}
