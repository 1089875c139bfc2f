namespace WorkflowKit.AspNetCore.Streaming;

/// <summary>The tapes of the executions that are watched, and of those that were watched last, within a bound of memory.</summary>
internal sealed class EventTapes(long most)
{
    /// <summary>What every tape may keep that somebody reads.</summary>
    private const int Kept = 8;

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Id, EventFormat Format), LinkedListNode<EventTape>> _tapes = [];
    private readonly LinkedList<EventTape> _byUse = new();
    private long _bytes;

    /// <summary>How much memory they take.</summary>
    internal long Bytes
    {
        get
        {
            lock (_gate) return _bytes;
        }
    }

    /// <summary>The tape of an execution, for somebody who reads it until they leave.</summary>
    /// <param name="engine">Where events come from.</param>
    /// <param name="execution">The execution as it stands.</param>
    /// <param name="format">How they are written.</param>
    /// <param name="after">Where the reader begins; a tape that is made begins there, too.</param>
    internal EventTape Enter(IExecutionEngine engine, ExecutionSummary execution, EventFormat format, long after)
    {
        lock (_gate)
        {
            var key = (execution.Id, format);
            if (_tapes.TryGetValue(key, out var node) && node.Value.IsBroken)
            {
                Remove(node);
                node = null;
            }
            if (node is null)
            {
                node = new LinkedListNode<EventTape>(new EventTape(engine, execution.Id, format, after, Grow));
                _tapes.Add(key, node);
            }
            else
            {
                _byUse.Remove(node);
            }
            _byUse.AddLast(node);
            node.Value.Enter(execution.CompletedAt);
            Count(node.Value);
            return node.Value;
        }
    }

    internal void Leave(EventTape tape)
    {
        tape.Leave();
        Grow(tape);
    }

    private void Grow(EventTape tape)
    {
        lock (_gate)
        {
            if (_tapes.TryGetValue((tape.ExecutionId, tape.Format), out var node) && node.Value == tape) Count(tape);
        }
    }

    /// <summary>First goes what nobody reads, the longest unread first; then what the one that grows has had the longest.</summary>
    private void Count(EventTape growing)
    {
        Recount(growing);
        for (var node = _byUse.First; node is not null && _bytes > most;)
        {
            var next = node.Next;
            if (node.Value.IsIdle) Remove(node);
            node = next;
        }
        while (_bytes > most && growing.GiveUpOldest(Kept)) Recount(growing);
    }

    private void Recount(EventTape tape)
    {
        var size = tape.Size;
        _bytes += size - tape.Counted;
        tape.Counted = size;
    }

    private void Remove(LinkedListNode<EventTape> node)
    {
        _byUse.Remove(node);
        _tapes.Remove((node.Value.ExecutionId, node.Value.Format));
        _bytes -= node.Value.Counted;
    }
}
