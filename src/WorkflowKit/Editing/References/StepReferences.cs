using WorkflowKit.CelChecking;
using WorkflowKit.CelSyntax;
using WorkflowKit.Definitions;
using WorkflowKit.Definitions.Format;
using WorkflowKit.Diagnostics;
using WorkflowKit.Editing.Documents;
using WorkflowKit.Editing.Expressions;
using WorkflowKit.Editing.Places;

namespace WorkflowKit.Editing.References;

/// <summary>Finds all places of a definition where ids of steps stand: steps, <c>after</c>, expressions.</summary>
internal sealed class StepReferences
{
    private const string Open = "${{";

    private readonly SourceText _source;
    private readonly List<StepReference> _found = [];

    private StepReferences(SourceText source) => _source = source;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<StepReference> Of(DocumentModel model)
    {
        var references = new StepReferences(model.Source);
        if (model.Root is { } root)
            references.Visit(root, Role.Root);
        return references._found;
    }

    /// <summary>Every place of the id that stands at an offset; empty where none does.</summary>
    public static IReadOnlyList<SourceSpan> At(DocumentModel model, int offset)
    {
        var all = Of(model);
        return Renames.IdAt(all, offset) is { } id ? [.. all.Where(one => one.Id == id).Select(one => one.Span).OrderBy(span => span.Start)] : [];
    }

    private void Visit(SourceValue value, Role role)
    {
        foreach (var member in value.Members)
        {
            if (role.Kind == RoleKind.Step && member is { Name: "id", Value: { Kind: SourceValueKind.String, IsComplete: true } id })
                Add(id, id.Text, 0, id.Text.Length, isDeclaration: true);
            else
                Visit(member.Value, role.Enter(value, member.Name));
        }

        foreach (var item in value.Items)
            Visit(item, role.Item());
        if (value.Kind != SourceValueKind.String)
            return;

        if (role.Kind == RoleKind.Template)
            VisitTemplate(value);
        else if (role.Member?.Kind == FormatKind.StepIds)
            Add(value, value.Text, 0, value.Text.Length, isDeclaration: false);
        else if (role.Member?.Kind is FormatKind.Expression or FormatKind.Condition or FormatKind.DurationOrExpression or FormatKind.TimestampOrExpression)
            VisitExpression(value, value.Text, 0);
    }

    private void VisitTemplate(SourceValue value)
    {
        var text = value.Text;
        for (var at = 0; text.IndexOf(Open, at, StringComparison.Ordinal) is >= 0 and var open;)
        {
            var start = open + Open.Length;
            at = start;
            if (open > 0 && text[open - 1] == '$')
                continue;
            var close = TemplateParser.FindClose(text, start) ?? text.Length;
            VisitExpression(value, text[start..close], start);
            at = close;
        }
    }

    private void VisitExpression(SourceValue value, string text, int offset)
    {
        if (!text.Contains("steps", StringComparison.Ordinal))
            return;
        var tokens = ExpressionTokens.Of(text);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i] is not { Kind: TokenKind.Identifier, Value: "steps" } || Operand.StartOf(tokens, i) is var start && start != i && start != i - 1)
                continue;
            if (MacroVariables.At(tokens, i, new NameScope()).Find("steps") is null && IdBehind(tokens, i) is var (id, range))
                Add(value, id, offset + range.Start, range.Length, isDeclaration: false);
        }
    }

    /// <summary>The id behind <c>steps</c>: a member, optional or not, or an index.</summary>
    private static (string Id, TextRange Range)? IdBehind(ExpressionTokens tokens, int at)
    {
        var isMember = tokens.Is(at + 1, TokenKind.Dot);
        if (!isMember && !tokens.Is(at + 1, TokenKind.OpenBracket))
            return null;
        var token = tokens[tokens.Is(at + 2, TokenKind.Question) ? at + 3 : at + 2];
        var inner = TextRange.Between(token.Range.Start + 1, token.Range.End - 1);
        return token switch
        {
            { Kind: TokenKind.Identifier } when isMember => (token.Name, token.Range),
            { Kind: TokenKind.EscapedIdentifier } when isMember => (token.Name, inner),
            { Kind: TokenKind.Literal, Value: string id } when !isMember && id.Length == inner.Length => (id, inner),
            _ => null,
        };
    }

    private void Add(SourceValue value, string id, int start, int length, bool isDeclaration) =>
        _found.Add(new(id, value.SpanWithin(_source, start, length), isDeclaration));
}
