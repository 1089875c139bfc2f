using WorkflowKit.Emission;

namespace WorkflowKit.CelChecking;

/// <summary>The names that an expression may use at its place. Names of an inner scope hide those of the scopes around it.</summary>
/// <param name="parent">The scope around it.</param>
/// <param name="taken">The C# names that variables of macros must not take; <see langword="null"/>: those of the scope around.</param>
internal sealed class NameScope(NameScope? parent = null, UniqueNames? taken = null)
{
    private readonly Dictionary<string, NameBinding> _names = new(StringComparer.Ordinal);

    /// <summary>C# names that are in use where the expression will stand.</summary>
    public UniqueNames Taken { get; } = taken ?? parent?.Taken ?? new UniqueNames();

    /// <summary>All names in reach, the nearest first.</summary>
    public IEnumerable<string> Names => _names.Keys.Concat(parent?.Names ?? []).Distinct();

    /// <summary>What conditions around the place have shown to be there.</summary>
    public Facts Known { get; init; } = parent?.Known ?? Facts.None;

    public void Add(string name, NameBinding binding) => _names[name] = binding;

    public NameBinding? Find(string name) => _names.TryGetValue(name, out var binding) ? binding : parent?.Find(name);
}
