namespace WorkflowKit.Diagnostics;

/// <summary>
/// Collects the diagnostics of one definition. Of a definition that is wrong all over, the first thousand, an error among them if there is one.
/// Not thread-safe: one bag a validation.
/// </summary>
internal sealed class DiagnosticBag
{
    private const int Most = 1_000;

    private readonly List<Diagnostic> _items = [];

    public bool HasErrors { get; private set; }

    public int Count => _items.Count;

    public void Add(Diagnostic diagnostic)
    {
        var isFirstError = !HasErrors && diagnostic.Severity == DiagnosticSeverity.Error;
        if (_items.Count < Most || isFirstError)
            _items.Add(diagnostic);
        HasErrors |= isFirstError;
    }

    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
            Add(diagnostic);
    }

    /// <summary>All of them in the order of the source text, without repetitions.</summary>
    public IReadOnlyList<Diagnostic> ToSortedList() =>
        [.. _items.DistinctBy(d => (d.Code, d.Span, d.Pointer, d.Message)).OrderBy(d => d.Span.Start).ThenBy(d => d.Code, StringComparer.Ordinal)];
}
