using WorkflowKit.Log;
using WorkflowKit.Sqlite.Database;
using WorkflowKit.Stores;

namespace WorkflowKit.Sqlite.Stores;

/// <summary>Writes what a run's log has gathered, if the log's owner still has the execution.</summary>
internal sealed class SqliteLogWrite(LogWrite write, SqliteExecutionStore store) : SqliteWrite
{
    private bool _isSealed;
    private bool _isRefused;
    private long _pendingControl;
    private (string ExecutionId, long Ordinal)? _notified;

    public override bool IsShared => write.IsShared;

    internal override void Run(SqliteSession session)
    {
        if (!_isSealed) write.Seal();
        (_isSealed, _isRefused, _notified) = (true, false, null);
        var log = write.Log;
        if (session.Logs.FenceOf(log.Key, log.Epoch, log.Owner) is not { } fence || fence.Epoch != log.Epoch)
        {
            _isRefused = true;
            return;
        }
        // Its answer was lost: what was asked for is done, but for entries that joined it since.
        var isDone = write.ChangeNumber > 0 && fence.Changes >= write.ChangeNumber;
        var handled = Math.Max(fence.HandledControl, write.Change?.HandledControls ?? 0);
        _pendingControl = fence.LastControl > handled ? fence.LastControl : 0;
        _isRefused = !fence.IsOwn && !isDone;
        if (!fence.IsOwn) return;
        var entries = write.Entries;
        for (var index = 0; index < entries.Count; index++) session.Logs.Add(log.Key, entries.First + index, entries[index].Span);
        if (entries.First == 1 && entries.Count > 0)
            session.Execute("UPDATE workflowkit_executions SET started_at = $2 WHERE key = $1", log.Key, entries.FirstTime.UtcTicks);
        if (isDone || write.Change is not { } change) return;
        Apply(session, log, change);
        session.Logs.Forget(log.Key);
    }

    internal override void Committed()
    {
        if (_isRefused) write.Refused();
        else write.Applied(_pendingControl);
        if (_notified is var (executionId, ordinal)) store.Heard(executionId, ordinal);
    }

    internal override void Failed(Exception error) => write.Failed(error);

    public override void Complete() => write.Complete();

    private void Apply(SqliteSession session, StoredLog log, in ExecutionChange change)
    {
        var now = store.Now;
        long? claimableAt = !write.Frees ? null
            : _pendingControl > 0 ? now
            : change.DueAt is { } dueAt ? dueAt.UtcTicks
            : change.Status is ExecutionStatus.Pending or ExecutionStatus.Running ? now
            : null;
        session.Execute(
            """
            UPDATE workflowkit_executions SET status = $2, owner = CASE WHEN $3 THEN NULL ELSE owner END, was_given_back = $3, changes = $4, due_at = $5, claimable_at = $6,
              purge_at = $7, handled_control = MAX(handled_control, $8), changed = $9 WHERE key = $1
            """,
            log.Key, change.Status.Text(), write.Frees, write.ChangeNumber, change.DueAt?.UtcTicks, claimableAt, change.PurgeAt?.UtcTicks, change.HandledControls,
            session.Logs.NextChange());
        if (write.Telling is { } last)
        {
            var error = (last as ExecutionFailed)?.Error;
            session.Execute(
                "UPDATE workflowkit_executions SET completed_at = $2, error = $3, error_message = $4 WHERE key = $1",
                log.Key, last.IsLast ? last.Timestamp.UtcTicks : null, error is null ? null : ExecutionRow.WriteError(error), error?.Message);
        }
        if (change.HandledControls > 0)
            session.Execute("DELETE FROM workflowkit_controls WHERE execution = $1 AND ordinal <= $2", log.Key, change.HandledControls);
        if (change.Notify is { } request && SqliteControls.Add(session, request, now) is var ordinal and > 0) _notified = (request.ExecutionId, ordinal);
    }
}
