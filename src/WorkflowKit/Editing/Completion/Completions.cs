using WorkflowKit.Editing.Documents;
using WorkflowKit.Editing.Expressions;
using WorkflowKit.Editing.Places;

namespace WorkflowKit.Editing.Completion;

/// <summary>What can be written at a place of a definition.</summary>
internal static class Completions
{
    /// <summary>Whether the host's workflows are asked for.</summary>
    public static bool NeedsWorkflows(Roles roles) => roles.Step?["type"]?.Text == "workflow";

    public static IReadOnlyList<CompletionItem> At(EditingHost host, DocumentModel model, JsonCursor cursor, Roles roles, IReadOnlyList<RegisteredWorkflow> workflows)
    {
        var bag = new CompletionBag(model.Source, cursor);
        var request = new CompletionRequest(host, model, cursor, roles, workflows, bag);
        if (cursor.Kind == CursorKind.Name)
        {
            MemberCompletion.Add(request);
        }
        else if (cursor.Kind == CursorKind.Value)
        {
            var site = ExpressionSite.Find(model.Source, cursor, roles.Value);
            if (site is not null)
                ExpressionCompletion.Add(request, site);
            if (site is null || roles.Value.Kind == RoleKind.Plain)
                ValueCompletion.Add(request);
            if (site is null && roles.Value.Kind == RoleKind.Template)
                TemplateCompletion.Add(request);
        }

        return bag.Items;
    }
}
