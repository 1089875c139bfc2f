using System.Globalization;

namespace WorkflowKit.Emission;

/// <summary>Hands out names that are free in a scope and in all scopes around it. Not thread-safe.</summary>
internal sealed class UniqueNames(UniqueNames? parent = null)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>A scope inside this one: it sees the names taken here so far and those taken here later.</summary>
    public UniqueNames Nested() => new(this);

    public bool IsTaken(string name) => _taken.Contains(name) || parent?.IsTaken(name) == true;

    /// <summary>Keeps a name from being handed out.</summary>
    public void Reserve(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            _taken.Add(name);
    }

    /// <summary>The name itself where it is free, else the first free one of <c>name2</c>, <c>name3</c>...</summary>
    public string Claim(string name)
    {
        var candidate = name;
        for (var number = 2; IsTaken(candidate); number++)
            candidate = name + number.ToString(CultureInfo.InvariantCulture);
        _taken.Add(candidate);
        return candidate;
    }
}
