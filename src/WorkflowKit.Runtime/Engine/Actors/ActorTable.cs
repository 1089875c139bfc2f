using WorkflowKit.Log;

namespace WorkflowKit.Engine;

/// <summary>The executions that this host has in hand.</summary>
internal sealed class ActorTable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ExecutionActor> _actors = new(ExecutionIdComparer.Instance);

    internal int Count
    {
        get
        {
            lock (_gate) return _actors.Count;
        }
    }

    internal bool IsEmpty => Count == 0;

    /// <summary>Those of this moment.</summary>
    internal IReadOnlyList<ExecutionActor> All
    {
        get
        {
            lock (_gate) return [.. _actors.Values];
        }
    }

    internal ExecutionActor? Find(string executionId)
    {
        lock (_gate) return _actors.GetValueOrDefault(executionId);
    }

    internal void Add(ExecutionActor actor)
    {
        lock (_gate) _actors[actor.Id] = actor;
    }

    /// <summary>Its place may be another's by now.</summary>
    internal void Remove(ExecutionActor actor)
    {
        lock (_gate)
        {
            if (_actors.Remove(actor.Id, out var found) && found != actor) _actors[actor.Id] = found;
        }
    }
}
