using WorkflowKit.Emission;

namespace WorkflowKit.CelChecking;

/// <summary>The names that an expression may use at its place. Names of an inner scope hide those of the scopes around it.</summary>
/// <param name="parent">The scope around it.</param>
/// <param name="taken">The C# names that variables of macros must not take; <see langword="null"/>: those of the scope around.</param>
internal sealed class NameScope(NameScope? parent = null, UniqueNames? taken = null)
{
    // Hardly ever more than five, and mostly one: they are found by looking through them.
    private readonly List<(string Name, NameBinding Binding)> _names = [];

    /// <summary>C# names that are in use where the expression will stand.</summary>
    public UniqueNames Taken { get; } = taken ?? parent?.Taken ?? new UniqueNames();

    /// <summary>All names in reach, the nearest first.</summary>
    public IEnumerable<string> Names => _names.Select(one => one.Name).Concat(parent?.Names ?? []).Distinct();

    /// <summary>What conditions around the place have shown to be there.</summary>
    public Facts Known { get; init; } = parent?.Known ?? Facts.None;

    public void Add(string name, NameBinding binding)
    {
        for (var i = 0; i < _names.Count; i++)
        {
            if (_names[i].Name != name)
                continue;
            _names[i] = (name, binding);
            return;
        }

        _names.Add((name, binding));
    }

    public NameBinding? Find(string name)
    {
        foreach (var one in _names)
        {
            if (one.Name == name)
                return one.Binding;
        }

        return parent?.Find(name);
    }
}
