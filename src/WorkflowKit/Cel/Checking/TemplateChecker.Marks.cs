using System.Text.RegularExpressions;
using WorkflowKit.CelSyntax;
using WorkflowKit.Definitions;

namespace WorkflowKit.CelChecking;

/// <summary>Expressions between the marks of other template languages, which are plain text here.</summary>
internal sealed partial class TemplateChecker
{
    private void WarnOfOtherMarks(SourceValue value, IReadOnlyList<TemplatePart> parts, NameScope scope)
    {
        if (!value.Text.Contains('{', StringComparison.Ordinal))
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
