using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Editing.Documents;

/// <summary>What was learned of one text. Each part is worked out once, when it is first asked for.</summary>
/// <param name="source">The text.</param>
internal sealed class Snapshot(SourceText source)
{
    private readonly Lock _modelGate = new();
    private readonly Lock _diagnosticsGate = new();
    private DocumentModel? _model;
    private IReadOnlyList<Diagnostic>? _diagnostics;

    public SourceText Source => source;

    public IReadOnlyList<Diagnostic> Diagnose(Func<SourceText, IReadOnlyList<Diagnostic>> diagnose)
    {
        lock (_diagnosticsGate)
            return _diagnostics ??= diagnose(source);
    }

    /// <summary>Asks the model something; one question at a time.</summary>
    public T Ask<T>(Func<SourceText, DocumentModel> make, Func<DocumentModel, T> question)
    {
        lock (_modelGate)
            return question(_model ??= make(source));
    }
}
