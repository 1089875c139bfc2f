using System.Collections.Concurrent;

namespace WorkflowKit.Engine;

/// <summary>The executions that this host has in hand.</summary>
internal sealed class ActorTable
{
    private readonly ConcurrentDictionary<string, ExecutionActor> _actors = new(StringComparer.Ordinal);

    internal bool IsEmpty => _actors.IsEmpty;

    internal IEnumerable<ExecutionActor> All => _actors.Select(pair => pair.Value);

    internal ExecutionActor? Find(string executionId) => _actors.GetValueOrDefault(executionId);

    internal void Add(ExecutionActor actor) => _actors[actor.Id] = actor;

    internal void Remove(ExecutionActor actor) => _actors.TryRemove(new(actor.Id, actor));
}
