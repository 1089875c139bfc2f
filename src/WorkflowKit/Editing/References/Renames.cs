using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;
using WorkflowKit.Editing.Documents;

namespace WorkflowKit.Editing.References;

/// <summary>Gives a step another id.</summary>
internal static class Renames
{
    public static RenameResult? At(DocumentModel model, int offset, string newId)
    {
        var all = StepReferences.Of(model);
        if (IdAt(all, offset) is not { } id)
            return null;
        if (!Names.IsStepId(newId))
            return new([], $"`{DefinitionDiagnostics.Shorten(newId)}` cannot be a step's id; use {Names.StepRule}.");
        if (newId != id && all.Any(one => one.IsDeclaration && one.Id == newId))
            return new([], $"Another step has the id `{newId}` already.");
        return new(newId == id ? [] : [.. all.Where(one => one.Id == id).OrderBy(one => one.Span.Start).Select(one => new TextEdit(one.Span, newId))]);
    }

    /// <summary>The id of a step that stands at a place; <see langword="null"/>: none does.</summary>
    public static string? IdAt(IReadOnlyList<StepReference> all, int offset)
    {
        foreach (var reference in all)
        {
            if (reference.Holds(offset))
                return reference.Id;
        }

        return null;
    }
}
