using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;
using WorkflowKit.Editing.Completion;
using WorkflowKit.Editing.Documents;
using WorkflowKit.Editing.Hovers;
using WorkflowKit.Editing.Places;
using WorkflowKit.Editing.References;

namespace WorkflowKit.Editing;

/// <summary>The language service over the steps, connections and workflows of one host.</summary>
/// <param name="host">What definitions can name.</param>
/// <param name="diagnose">Validation, up to the emission of C#.</param>
/// <param name="workflows">Lists the host's workflows.</param>
internal sealed class WorkflowLanguageService(
    EditingHost host,
    Func<SourceText, CancellationToken, IReadOnlyList<Diagnostic>> diagnose,
    Func<CancellationToken, ValueTask<IReadOnlyList<RegisteredWorkflow>>> workflows) : IWorkflowLanguageService
{
    private readonly Snapshots _snapshots = new();

    public ValueTask<IReadOnlyList<Diagnostic>> DiagnoseAsync(SourceText source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(_snapshots.Of(source).Diagnose(text => diagnose(text, cancellationToken)));
    }

    public async ValueTask<IReadOnlyList<CompletionItem>> CompleteAsync(SourceText source, int offset, CancellationToken cancellationToken = default)
    {
        var place = Ask(source, offset, static (_, _, roles) => roles, cancellationToken);
        var known = Completions.NeedsWorkflows(place) ? await workflows(cancellationToken).ConfigureAwait(false) : [];
        return Ask(source, offset, (model, cursor, roles) => Completions.At(host, model, cursor, roles, known), cancellationToken);
    }

    public ValueTask<HoverInfo?> HoverAsync(SourceText source, int offset, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Ask(source, offset, (model, cursor, roles) => HoverFinder.At(host, model, cursor, roles), cancellationToken));

    public ValueTask<SignatureHelp?> SignatureAsync(SourceText source, int offset, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Ask(source, offset, Signatures.At, cancellationToken));

    public ValueTask<SourceSpan?> FindDefinitionAsync(SourceText source, int offset, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Ask(source, offset, (model, cursor, roles) => Declarations.Of(model, cursor, roles, offset), cancellationToken));

    public ValueTask<IReadOnlyList<SourceSpan>> FindReferencesAsync(SourceText source, int offset, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Ask(source, offset, (model, _, _) => StepReferences.At(model, offset), cancellationToken));

    public ValueTask<RenameResult?> RenameAsync(SourceText source, int offset, string newId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(newId);
        return ValueTask.FromResult(Ask(source, offset, (model, _, _) => Renames.At(model, offset, newId), cancellationToken));
    }

    private T Ask<T>(SourceText source, int offset, Func<DocumentModel, JsonCursor, Roles, T> question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, source.Text.Length);
        cancellationToken.ThrowIfCancellationRequested();
        return _snapshots.Of(source).Ask(
            text => DocumentModel.Of(text, host.Catalogue, host.Limits, cancellationToken),
            model =>
            {
                var cursor = CursorFinder.Find(model.Source, model.Root, offset);
                return question(model, cursor, Roles.Of(cursor));
            });
    }
}
