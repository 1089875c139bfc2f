using WorkflowKit.Stores;

namespace WorkflowKit.Engine;

/// <summary>
/// Asks the store, while somebody here watches lists, what has become of its executions: every now and then where other processes write to it, and when some
/// were removed here. What this process does to the others it tells itself.
/// </summary>
internal sealed class ListLook(EngineCore core)
{
    private readonly ChangeSignal _hurry = new();
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the moment is marked after which nothing is missed.</summary>
    internal Task Begun => _begun.Task;

    internal void Hurry() => _hurry.Raise();

    internal void End() => _end.TrySetResult();

    internal async Task RunAsync()
    {
        string mark;
        try
        {
            mark = (await core.Store.FindChangesAsync(null, 1).OrUnavailable().ConfigureAwait(false)).Mark;
            _begun.SetResult();
        }
        catch (Exception error)
        {
            _begun.SetException(error);
            return;
        }
        while (!_end.Task.IsCompleted)
        {
            var hurry = _hurry.Next;
            mark = await LookAsync(mark).ConfigureAwait(false);
            var next = Task.WhenAny(hurry, _end.Task);
            await ChangeSignal.WaitAsync(next, core.Store.IsShared ? EngineCore.LookInterval : Timeout.InfiniteTimeSpan, core.Time, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async ValueTask<string> LookAsync(string since)
    {
        try
        {
            var changes = await core.Store.FindChangesAsync(since, ExecutionQuery.MaxLimit).ConfigureAwait(false);
            if (changes.IsIncomplete) core.Lists.Lose();
            foreach (var removed in changes.Removed) core.Lists.Publish(removed);
            foreach (var id in changes.Changed) core.Lists.Publish(id);
            return changes.Mark;
        }
        catch (Exception error)
        {
            LogMessages.ListLookFailed(core.Logger, error);
            return since;
        }
    }
}
