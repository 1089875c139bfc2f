using WorkflowKit.Log;
using WorkflowKit.Stores;

namespace WorkflowKit.Engine;

/// <summary>An execution whose log cannot be read: it cannot go on, and nothing of it can be undone, but it can be ended. What is stored of it stays as it is.</summary>
internal sealed partial class ExecutionActor
{
    private const string LogUnreadable = "log_unreadable";

    private ExecutionCorruptException? _unreadable;

    private async ValueTask PauseUnreadableAsync(ExecutionCorruptException error)
    {
        LogMessages.NotServed(_core.Logger, error, Id);
        await PauseForHostAsync(new StepError(null, null, error.Message, "recovery", LogUnreadable)).ConfigureAwait(false);
    }

    /// <summary>The first cancel only tells what is wrong, and leaves the log to be mended and the execution to be undone; of one that is known to be unreadable it is the end.</summary>
    private async ValueTask CancelUnreadableAsync(ExecutionCorruptException error)
    {
        if (!await IsKnownToBeUnreadableAsync().ConfigureAwait(false))
        {
            await PauseUnreadableAsync(error).ConfigureAwait(false);
            return;
        }
        _unreadable = error;
        // While it was paused it counted for its concurrency key.
        _ticket ??= _core.Keys.Take(Id);
        await EndCancelledAsync().ConfigureAwait(false);
    }

    /// <summary>Whether it was paused for that. The last entry tells; the one that is broken stands somewhere before.</summary>
    private async ValueTask<bool> IsKnownToBeUnreadableAsync()
    {
        try
        {
            return await _core.Store.ReadAsync(Id, _log.LastSequence - 1, 1).ConfigureAwait(false) is [ExecutionPaused { Error.Code: LogUnreadable }];
        }
        catch (ExecutionCorruptException)
        {
            return false;
        }
    }

    /// <summary>The log of an execution that has ended; of one that cannot be read only its end.</summary>
    private async ValueTask<IReadOnlyList<ProgressEvent>> ReadEndedAsync(ProgressEvent last)
    {
        try
        {
            if (_unreadable is null) return await _log.ReadAsync().ConfigureAwait(false);
        }
        catch (ExecutionCorruptException error)
        {
            _unreadable = error;
        }
        return [last];
    }
}
