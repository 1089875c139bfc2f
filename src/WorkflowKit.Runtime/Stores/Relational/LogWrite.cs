using WorkflowKit.Log;

namespace WorkflowKit.Stores;

/// <summary>What one owner's log wants to have written: entries, and perhaps a change. The writer seals it when its turn comes; until then more joins it.</summary>
internal sealed class LogWrite(StoredLog log) : IGroupWrite
{
    private readonly TaskCompletionSource _done = new();
    private Exception? _error;
    private int _waiting;

    internal StoredLog Log => log;

    /// <summary>Set by <see cref="Seal"/>.</summary>
    internal JournalBatch Entries { get; set; } = null!;

    /// <summary>Set by <see cref="Seal"/>.</summary>
    internal ExecutionChange? Change { get; set; }

    /// <summary>The number of this change among those of the execution; trying again keeps it, so that a commit whose answer was lost is known. 0: no change.</summary>
    internal long ChangeNumber { get; set; }

    /// <summary>Whether the change leaves the execution without an owner.</summary>
    internal bool Frees => Change is { } change && (change.Release || change.Status.IsFinished());

    /// <summary>The entry that tells of the change; behind it may stand what was appended while a first try failed.</summary>
    internal ProgressEvent? Telling => Change?.Entry ?? Entries.Last;

    public bool IsShared => _waiting > 1;

    internal Task Done => _done.Task;

    /// <summary>Somebody will wait for it. Under the log's lock, as long as the log has it in hand.</summary>
    internal LogWrite Join()
    {
        _waiting++;
        return this;
    }

    /// <summary>Nothing joins any more.</summary>
    internal void Seal() => log.Seal(this);

    /// <param name="lastControl">The ordinal of the last control request of the execution that is not handled; 0: there is none.</param>
    internal void Applied(long lastControl) => log.Applied(this, lastControl);

    /// <summary>Another owner has the execution.</summary>
    internal void Refused()
    {
        log.Refused(this);
        _error = new ExecutionTakenOverException(log.Header.Id);
    }

    /// <summary>Nothing was written, as far as is known; it is tried again with the next commit.</summary>
    internal void Failed(Exception error)
    {
        log.Failed(this);
        _error = error;
    }

    public void Complete()
    {
        if (_error is null)
        {
            _done.TrySetResult();
            return;
        }
        _done.TrySetException(_error);
        // A relaxed run does not look.
        _ = _done.Task.Exception;
    }
}
