using WorkflowKit.Editing.Documents;
using WorkflowKit.Editing.Expressions;
using WorkflowKit.Editing.Functions;
using WorkflowKit.Editing.Places;
using WorkflowKit.Expressions.Catalogue;

namespace WorkflowKit.Editing.Hovers;

/// <summary>How the function is called in whose arguments a place is.</summary>
internal static class Signatures
{
    public static SignatureHelp? At(DocumentModel model, JsonCursor cursor, Roles roles)
    {
        if (ExpressionSite.Find(model.Source, cursor, roles.Value) is not { } site)
            return null;

        var tokens = ExpressionTokens.Of(site.Text[..site.Cursor]);
        var calls = MacroVariables.OpenCalls(tokens, tokens.Count);
        if (calls.Count == 0)
            return null;

        var open = calls[^1];
        var names = MacroVariables.At(tokens, open - 1, model.NamesAt(cursor));
        if (CallTarget.Of(tokens, open - 1, names) is not { } target)
            return null;
        var written = MacroVariables.Commas(tokens, open, tokens.Count).Count;
        return new(target.Macro is { } macro ? [Of(macro)] : [.. target.Group!.Overloads.OrderBy(one => Takes(one, written + 1) ? 0 : 1).Select(Of)], written);
    }

    private static bool Takes(CelFunction function, int arguments) => function.IsVariadic || function.Parameters.Count >= arguments;

    private static FunctionSignature Of(CelFunction function) => new(function.Signature, function.Parameters, function.Summary);

    private static FunctionSignature Of(Macro macro)
    {
        var inside = macro.Signature[(macro.Signature.IndexOf('(', StringComparison.Ordinal) + 1)..macro.Signature.IndexOf(')', StringComparison.Ordinal)];
        return new(macro.Signature, inside.Split(", "), macro.Summary);
    }
}
