namespace WorkflowKit.Tests.Runs.Support;

/// <summary>What happened, line by line.</summary>
public sealed class Ledger
{
    private int _scopes;

    public List<string> Lines { get; } = [];

    public int NextScope() => ++_scopes;

    public void Write(string line) => Lines.Add(line);
}
