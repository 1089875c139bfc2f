namespace WorkflowKit.Definitions;

/// <summary>Finds the names that come a second time in an object. Few are compared one by one; many are looked up, so that a stranger's huge object costs no more than its size.</summary>
internal struct MemberNames
{
    private const int Few = 16;

    private HashSet<string>? _names;

    /// <summary>Whether a name is none of those before it.</summary>
    public bool IsNew(string name, List<SourceMember> before)
    {
        if (before.Count < Few)
        {
            foreach (var member in before)
            {
                if (member.Name == name)
                    return false;
            }

            return true;
        }

        _names ??= before.Select(member => member.Name).ToHashSet(StringComparer.Ordinal);
        return _names.Add(name);
    }
}
