namespace WorkflowKit.Schemas.Patterns;

/// <summary>The capturing groups of a pattern, found in a first look, because a reference may stand before its group.</summary>
internal sealed class PatternGroups
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public int Count { get; private set; }

    public bool HasReferences { get; private set; }

    public static PatternGroups Scan(string pattern)
    {
        var groups = new PatternGroups();
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    groups.HasReferences |= !inClass && i < pattern.Length && pattern[i] is 'k' or (>= '1' and <= '9');
                    break;
                case '[':
                    inClass = true;
                    break;
                case ']':
                    inClass = false;
                    break;
                case '(' when !inClass:
                    groups.Open(pattern, i + 1);
                    break;
            }
        }

        return groups;
    }

    /// <summary>The number of a named group; 0 where there is none.</summary>
    public int NumberOf(string name) => _numbers.GetValueOrDefault(name);

    private void Open(string pattern, int start)
    {
        if (start >= pattern.Length || pattern[start] != '?')
        {
            Count++;
            return;
        }

        if (!pattern.AsSpan(start).StartsWith("?<") || pattern.AsSpan(start).StartsWith("?<=") || pattern.AsSpan(start).StartsWith("?<!"))
            return;

        Count++;
        var end = pattern.IndexOf('>', start);
        var name = end < 0 ? "" : pattern[(start + 2)..end];
        if (!IsName(name))
            throw new PatternException($"'{name}' cannot name a group");
        if (!_numbers.TryAdd(name, Count))
            throw new PatternException($"two groups are named '{name}'");
    }

    private static bool IsName(string name) =>
        name.Length > 0 && !char.IsDigit(name[0]) && name.All(one => char.IsLetterOrDigit(one) || one is '_' or '$');
}
