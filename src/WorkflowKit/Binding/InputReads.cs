namespace WorkflowKit.Binding;

/// <summary>Which of a workflow's inputs its expressions read.</summary>
internal sealed class InputReads
{
    private readonly HashSet<string> _members = new(StringComparer.Ordinal);
    private int _whole;

    /// <summary>Whether any expression reads <c>inputs</c> at all.</summary>
    public bool Any { get; private set; }

    /// <summary>Whether any expression reads an input, by its name or with all others.</summary>
    public bool Reads(string input) => _whole > 0 || _members.Contains(input);

    public void Read()
    {
        Any = true;
        _whole++;
    }

    /// <summary>What was said to be read as a whole was only one of its members.</summary>
    public void ReadMember(string input)
    {
        _whole--;
        _members.Add(input);
    }
}
