namespace WorkflowKit.Stores;

/// <summary>
/// The archived execution whose log was read last, as long as nobody needs the memory: who reads a log by pages has it put together once, and not for each of
/// them. Guarded by the store's gate.
/// </summary>
internal sealed class ArchivePages
{
    private readonly WeakReference<MemoryExecution?> _last = new(null);
    private ArchiveChunk? _chunk;
    private int _offset;

    internal MemoryExecution Of(ArchiveChunk chunk, int offset)
    {
        if (_chunk == chunk && _offset == offset && _last.TryGetTarget(out var last)) return last;
        var execution = chunk.Read(offset);
        (_chunk, _offset) = (chunk, offset);
        _last.SetTarget(execution);
        return execution;
    }
}
