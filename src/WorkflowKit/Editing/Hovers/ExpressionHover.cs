using WorkflowKit.Binding;
using WorkflowKit.CelChecking;
using WorkflowKit.CelTypes;
using WorkflowKit.Editing.Documents;
using WorkflowKit.Editing.Expressions;
using WorkflowKit.Editing.Functions;

namespace WorkflowKit.Editing.Hovers;

/// <summary>What stands at a place in an expression.</summary>
internal static class ExpressionHover
{
    public static HoverInfo? At(DocumentModel model, ExpressionSite site, NameScope names)
    {
        var tokens = ExpressionTokens.Of(site.Text);
        var at = tokens.FirstEndingBehind(site.Cursor);
        if (!tokens.IsName(at) || tokens[at].Range.Start > site.Cursor)
            at--;
        if (!tokens.IsName(at) || tokens[at].Range.Start > site.Cursor || tokens[at].Range.End < site.Cursor)
            return null;

        names = MacroVariables.At(tokens, at, names);
        var span = site.SpanOf(tokens[at].Range);
        return tokens.Is(at + 1, CelSyntax.TokenKind.OpenParenthesis) ? Call(tokens, at, names) is var (title, notes) ? new(span, title, notes) : null
            : Name(model, tokens, at, names) is var (name, about) ? new(span, name, about)
            : null;
    }

    private static (string Title, string? Notes)? Call(ExpressionTokens tokens, int name, NameScope names)
    {
        if (CallTarget.Of(tokens, name, names) is not { } target)
            return null;
        if (target.Macro is { } macro)
            return (macro.Signature, macro.Summary);

        // Where the arguments are all there, the overload that takes them is known.
        var start = Operand.StartOf(tokens, name);
        var end = Operand.CloserOf(tokens, name + 1);
        var called = start < 0 || end < 0 ? null : Resolver.Resolve(tokens.Slice(start, end), names)?.Node as FunctionNode;
        var overload = called is { IsDynamic: false } ? target.Group!.Overloads.FirstOrDefault(one => one.Signature == called.Overload.Signature) : null;
        return overload is null ? (target.Group!.Detail, target.Group.Documentation) : (overload.Signature, overload.Summary);
    }

    private static (string Title, string? Notes)? Name(DocumentModel model, ExpressionTokens tokens, int at, NameScope names)
    {
        var start = Operand.StartOf(tokens, at);
        if (start < 0)
            return null;
        var text = tokens.Slice(start, at);
        if (Resolver.Resolve(text, names) is not { Node: not BrokenNode } meaning)
            return Unresolved(text);
        if (meaning.Group is StepBinding && model.Steps.GetValueOrDefault(tokens[at].Name) is { } step)
            return (StepNotes.Title(step), StepNotes.Of(step));
        if (meaning.Group is not null)
            return (text, RootNotes.Of(text));

        var notes = meaning.Member is { } member ? member.Description ?? (IsError(tokens, start, names) ? RootNotes.Of(member.JsonName) : null)
            : start == at ? RootNotes.Of(text)
            : text.StartsWith("execution.", StringComparison.Ordinal) ? RootNotes.Of(text)
            : tokens[start].Name == "steps" ? RootNotes.OfStep(tokens[at].Name)
            : null;
        var type = meaning.Member is { } known && meaning.Type == known.Type ? TypeLabel.Of(known) : TypeLabel.Of(meaning.Type);
        var members = StepNotes.Members(meaning.Type).TrimStart('\n');
        return ($"{text}: {type}{(meaning.MayBeAbsent ? ", may be absent" : "")}", string.Join("\n\n", new[] { notes, members }.Where(one => !string.IsNullOrEmpty(one))) is { Length: > 0 } all ? all : null);
    }

    private static bool IsError(ExpressionTokens tokens, int start, NameScope names) => Resolver.Resolve(tokens.Slice(start, start), names)?.Type == ErrorType.Instance;

    private static (string, string?)? Unresolved(string text) =>
        FunctionIndex.Libraries.Contains(text) ? (text, $"Functions: {string.Join(", ", FunctionIndex.Of(text).Select(group => $"`{group.Name}`"))}.") : null;
}
