namespace WorkflowKit.Registry;

/// <summary>
/// The programs of old versions that unfinished executions asked for. The most recently used few stay loaded, since many executions of one
/// version may resume one after the other; the others unload when their last run has ended. Safe to use from several threads.
/// </summary>
internal sealed class ProgramShelf(int capacity) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly LinkedList<RegisteredProgram> _byUse = [];

    /// <summary>Holds a version that is on the shelf.</summary>
    public WorkflowLease? Lease(string workflowId, string hash)
    {
        lock (_gate)
        {
            for (var node = _byUse.First; node is not null; node = node.Next)
            {
                var registered = node.Value.Registered;
                if (registered.Id != workflowId || registered.Hash != hash || !node.Value.TryLease(out var lease))
                    continue;
                _byUse.Remove(node);
                _byUse.AddFirst(node);
                return lease;
            }
        }

        return null;
    }

    /// <summary>Takes a program over; the shelf releases it in time.</summary>
    public void Add(RegisteredProgram program)
    {
        RegisteredProgram? last = null;
        lock (_gate)
        {
            _byUse.AddFirst(program);
            if (_byUse.Count > capacity)
            {
                last = _byUse.Last!.Value;
                _byUse.RemoveLast();
            }
        }

        last?.Release();
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var program in _byUse)
                program.Release();
            _byUse.Clear();
        }
    }
}
