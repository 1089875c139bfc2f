namespace WorkflowKit.Registry;

/// <summary>Lets one at a time work on a workflow, in memory that does not grow with the number of ids.</summary>
internal sealed class Gates : IDisposable
{
    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    public async ValueTask<Pass> EnterAsync(string workflowId, CancellationToken cancellationToken)
    {
        var gate = _gates[(uint)workflowId.GetHashCode(StringComparison.Ordinal) % (uint)_gates.Length];
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new(gate);
    }

    public void Dispose() => Array.ForEach(_gates, gate => gate.Dispose());

    /// <summary>Opens the gate again when it is disposed.</summary>
    internal readonly struct Pass(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
