namespace WorkflowKit.Stores;

/// <summary>A host as the store knows it. One that came back after its claims were taken is a new one under the old name.</summary>
internal sealed class MemoryHost(string name, DateTimeOffset validUntil)
{
    private MemoryExecution? _first;

    internal string Name => name;

    internal DateTimeOffset ValidUntil { get; set; } = validUntil;

    internal bool OwnsSomething => _first is not null;

    /// <summary>One execution that the host owns.</summary>
    internal MemoryExecution? First => _first;

    internal void Add(MemoryExecution execution)
    {
        execution.Owner = this;
        execution.Next = _first;
        execution.Previous = null;
        if (_first is not null) _first.Previous = execution;
        _first = execution;
    }

    internal void Remove(MemoryExecution execution)
    {
        if (execution.Previous is { } previous) previous.Next = execution.Next;
        else _first = execution.Next;
        if (execution.Next is { } next) next.Previous = execution.Previous;
        (execution.Owner, execution.Next, execution.Previous) = (null, null, null);
    }
}
