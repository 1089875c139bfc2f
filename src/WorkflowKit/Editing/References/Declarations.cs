using WorkflowKit.Definitions;
using WorkflowKit.Definitions.Format;
using WorkflowKit.Diagnostics;
using WorkflowKit.Editing.Documents;
using WorkflowKit.Editing.Expressions;
using WorkflowKit.Editing.Places;

namespace WorkflowKit.Editing.References;

/// <summary>Finds where the thing is declared that a place refers to.</summary>
internal static class Declarations
{
    public static SourceSpan? Of(DocumentModel model, JsonCursor cursor, Roles roles, int offset)
    {
        var steps = StepReferences.Of(model);
        foreach (var reference in steps.Where(reference => reference.Holds(offset)))
        {
            foreach (var declared in steps.Where(one => one.IsDeclaration && one.Id == reference.Id))
                return declared.Span;
        }

        if (roles.Value.Member?.Kind == FormatKind.ConnectionName && cursor.Value is { } name)
            return NameOf(model.Root?["connections"], name.Text);
        return ExpressionSite.Find(model.Source, cursor, roles.Value) is { } site ? Input(model, site) : null;
    }

    // inputs.orderId, inputs.?orderId
    private static SourceSpan? Input(DocumentModel model, ExpressionSite site)
    {
        var tokens = ExpressionTokens.Of(site.Text);
        var at = tokens.FirstEndingBehind(site.Cursor);
        if (!tokens.IsName(at) || tokens[at].Range.Start > site.Cursor)
            at--;
        var dot = tokens.IsName(at) && tokens[at].Range.End >= site.Cursor ? Operand.DotBefore(tokens, at) : -1;
        return dot == 1 || dot > 1 && Operand.StartOf(tokens, dot - 1) == dot - 1
            ? tokens.IsName(dot - 1) && tokens[dot - 1].Name == "inputs" ? NameOf(model.Root?["inputs"]?["properties"], tokens[at].Name) : null
            : null;
    }

    private static SourceSpan? NameOf(SourceValue? container, string name)
    {
        foreach (var member in container?.Members ?? [])
        {
            if (member.Name == name)
                return member.NameSpan;
        }

        return null;
    }
}
