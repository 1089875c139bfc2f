using WorkflowKit.Stores;

namespace WorkflowKit.Engine;

/// <summary>Brings what became of a control request back to the one who asked, where that is this process.</summary>
internal sealed class ControlAnswers
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, Asker> _askers = [];
    private readonly Dictionary<string, List<Guid>> _stored = new(StringComparer.Ordinal);
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
            if (!_askers.TryGetValue(requestId, out var asker)) return;
            if (!_stored.TryGetValue(asker.ExecutionId, out var requests)) _stored.Add(asker.ExecutionId, requests = new List<Guid>(1));
            requests.Add(requestId);
        }
    }

    /// <summary>The stored requests to an execution to which somebody waits for an answer.</summary>
    internal IReadOnlyList<Guid> OpenOf(string executionId)
    {
        if (_count == 0) return [];
        lock (_gate) return _stored.TryGetValue(executionId, out var requests) ? [.. requests] : [];
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
            if (!_askers.Remove(requestId, out var asker)) return null;
            _count = _askers.Count;
            if (_stored.TryGetValue(asker.ExecutionId, out var requests) && requests.Remove(requestId) && requests.Count == 0) _stored.Remove(asker.ExecutionId);
            return asker;
        }
    }

    private sealed record Asker(string ExecutionId)
    {
        internal TaskCompletionSource Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
