using WorkflowKit.Diagnostics;

namespace WorkflowKit.CelChecking;

/// <summary>A name that groups others, as <c>steps</c> and <c>steps.fetch</c> do. It is no value itself.</summary>
internal abstract class NamespaceBinding : NameBinding
{
    /// <summary>What a name in the group stands for; <see langword="null"/>: it cannot be used here.</summary>
    public abstract NameBinding? Find(string name);

    /// <summary>The names that can be used here.</summary>
    public abstract IEnumerable<string> Names { get; }

    /// <summary>
    /// Makes the diagnostic, given its JSON Pointer and place, for a name that cannot be used here; <see langword="null"/>: an ordinary
    /// unknown name.
    /// </summary>
    public virtual Func<string, SourceSpan, Diagnostic>? Explain(string name) => null;

    /// <summary>A group of fixed names.</summary>
    public static NamespaceBinding Of(params IEnumerable<(string Name, NameBinding Binding)> members) => new FixedNamespace(members);

    private sealed class FixedNamespace(IEnumerable<(string Name, NameBinding Binding)> members) : NamespaceBinding
    {
        private readonly Dictionary<string, NameBinding> _members = members.ToDictionary(m => m.Name, m => m.Binding, StringComparer.Ordinal);

        public override IEnumerable<string> Names => _members.Keys;

        public override NameBinding? Find(string name) => _members.GetValueOrDefault(name);
    }
}
