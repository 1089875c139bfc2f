using WorkflowKit.CelChecking;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Binding;

/// <summary>The name <c>steps</c> at one place.</summary>
/// <param name="sight">The steps that can be read.</param>
/// <param name="unseen">Says why others cannot.</param>
/// <param name="reader">The step whose expression it is; <see langword="null"/>: the workflow's own.</param>
/// <param name="block">The block in which the expression stands.</param>
internal sealed class StepsBinding(Sight sight, Unseen unseen, StepSymbol? reader, Block block) : NamespaceBinding
{
    private Dictionary<string, StepBinding>? _known;

    public override IEnumerable<string> Names => sight.Ids;

    public override NameBinding? Find(string name)
    {
        if (_known?.TryGetValue(name, out var known) == true)
            return known;
        if (sight.Find(name) is not { } seen)
            return null;
        _known ??= new(StringComparer.Ordinal);
        return _known[name] = new StepBinding(seen, block);
    }

    public override Func<string, SourceSpan, Diagnostic> Explain(string name) =>
        (pointer, span) => unseen.Explain(name, reader, sight.Ids, pointer, span);
}
