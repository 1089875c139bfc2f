using System.Collections.Concurrent;

namespace WorkflowKit.Engine;

/// <summary>Brings what became of a control request back to the one who asked, where that is this process.</summary>
internal sealed class ControlAnswers
{
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource> _expected = [];

    internal Task Expect(Guid requestId) => _expected.GetOrAdd(requestId, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    internal void Give(Guid requestId, Exception? refusal)
    {
        if (!_expected.TryRemove(requestId, out var asker)) return;
        if (refusal is null) asker.TrySetResult();
        else asker.TrySetException(refusal);
    }

    internal void GiveAll(Exception refusal)
    {
        foreach (var requestId in _expected.Keys) Give(requestId, refusal);
    }
}
