using WorkflowKit.CelTypes;
using WorkflowKit.Definitions;
using WorkflowKit.Editing.Documents;
using WorkflowKit.Editing.Places;

namespace WorkflowKit.Editing.Completion;

/// <summary>What the parts of completion share: the place, what it means, and what the host has.</summary>
/// <param name="Host">The host.</param>
/// <param name="Model">The document.</param>
/// <param name="Cursor">The place.</param>
/// <param name="Roles">What the place is to the format.</param>
/// <param name="Workflows">The host's workflows; empty where the place does not ask for them.</param>
/// <param name="Bag">Takes what can be written.</param>
internal sealed record CompletionRequest(
    EditingHost Host, DocumentModel Model, JsonCursor Cursor, Roles Roles, IReadOnlyList<RegisteredWorkflow> Workflows, CompletionBag Bag)
{
    /// <summary>The innermost step around the place.</summary>
    public SourceValue? Step => Roles.Step;

    /// <summary>The step class of the innermost step; <see langword="null"/>: it has none, or an unknown one.</summary>
    public StepDescriptor? Descriptor => Roles.Step?["type"] is { Kind: SourceValueKind.String } type ? Host.Catalogue.Find(type.Text) : null;

    /// <summary>The type that the place wants of its value; dyn where it wants none.</summary>
    public CelType Wanted => Cursor.Value is { } value ? Model.WantedAt(Cursor, value)
        : Cursor.Container.Kind == SourceValueKind.Array && Model.WantedAt(Cursor, Cursor.Container).WithoutNull is ListType list ? list.Item
        : CelType.Dyn;
}
