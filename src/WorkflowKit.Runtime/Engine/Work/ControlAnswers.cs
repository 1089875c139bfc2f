using WorkflowKit.Stores;

namespace WorkflowKit.Engine;

/// <summary>Brings what became of a control request back to the one who asked, where that is this process.</summary>
internal sealed class ControlAnswers
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, Asker> _askers = [];
    private volatile int _count;

    /// <summary>Somebody asks, and will wait.</summary>
    internal Task Expect(ControlRequest request)
    {
        var asker = new Asker(request.ExecutionId);
        lock (_gate)
        {
            _askers.Add(request.Id, asker);
            _count = _askers.Count;
        }
        return asker.Answer.Task;
    }

    /// <summary>From now on a request is there for whoever has its execution; where it is not, it was handled.</summary>
    internal void Stored(Guid requestId)
    {
        lock (_gate)
        {
            if (_askers.TryGetValue(requestId, out var asker)) asker.IsStored = true;
        }
    }

    /// <summary>The stored requests to an execution to which somebody waits for an answer.</summary>
    internal IReadOnlyList<Guid> OpenOf(string executionId)
    {
        if (_count == 0) return [];
        lock (_gate) return [.. _askers.Where(one => one.Value.IsStored && one.Value.ExecutionId == executionId).Select(static one => one.Key)];
    }

    internal void Give(Guid requestId, Exception? refusal)
    {
        if (Take(requestId) is not { } asker) return;
        if (refusal is null) asker.Answer.TrySetResult();
        else asker.Answer.TrySetException(refusal);
    }

    internal void GiveAll(Exception refusal)
    {
        Guid[] all;
        lock (_gate) all = [.. _askers.Keys];
        foreach (var requestId in all) Give(requestId, refusal);
    }

    /// <summary>Nobody waits any more.</summary>
    internal void Forget(Guid requestId) => Take(requestId);

    private Asker? Take(Guid requestId)
    {
        if (_count == 0) return null;
        lock (_gate)
        {
            _askers.Remove(requestId, out var asker);
            _count = _askers.Count;
            return asker;
        }
    }

    private sealed class Asker(string executionId)
    {
        internal string ExecutionId => executionId;

        internal TaskCompletionSource Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal bool IsStored { get; set; }
    }
}
