namespace WorkflowKit.Compilation;

/// <summary>The most recently used programs in memory, and all of them in a folder where the host named one. Safe to use from several threads.</summary>
internal sealed class ProgramCache(int capacity, ProgramFolder? folder)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, CachedProgram Program)>> _byKey = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Key, CachedProgram Program)> _byUse = [];

    public CachedProgram? Find(string key)
    {
        lock (_gate)
        {
            if (_byKey.TryGetValue(key, out var node))
            {
                _byUse.Remove(node);
                _byUse.AddFirst(node);
                return node.Value.Program;
            }
        }

        var program = folder?.Read(key);
        if (program is not null)
            Remember(key, program);
        return program;
    }

    public void Add(string key, CachedProgram program)
    {
        Remember(key, program);
        folder?.Write(key, program);
    }

    private void Remember(string key, CachedProgram program)
    {
        lock (_gate)
        {
            if (_byKey.Remove(key, out var old))
                _byUse.Remove(old);
            _byKey[key] = _byUse.AddFirst((key, program));
            if (_byUse.Count <= capacity)
                return;
            _byKey.Remove(_byUse.Last!.Value.Key);
            _byUse.RemoveLast();
        }
    }
}
