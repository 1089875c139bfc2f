using WorkflowKit.Log;
using WorkflowKit.PostgreSql.Database;
using WorkflowKit.Stores;

namespace WorkflowKit.PostgreSql.Stores;

/// <summary>What writes of logs change beside the entries. Each statement names owner, epoch and the number of the change before, so that none is made twice or by another.</summary>
internal sealed class LogChanges(StoreClock clock)
{
    // Of all that change:
    private readonly List<long> _keys = [];
    private readonly List<int> _epochs = [];
    private readonly List<string?> _owners = [];
    private readonly List<long> _numbers = [];
    private readonly List<string?> _statuses = [];
    private readonly List<bool> _free = [];
    private readonly List<long?> _dueAt = [];
    private readonly List<long?> _dueIn = [];
    private readonly List<long?> _purgeAt = [];
    private readonly List<long> _handled = [];
    private readonly List<long?> _startedAt = [];
    private readonly List<bool> _tells = [];
    private readonly List<long?> _completedAt = [];
    private readonly List<string?> _errors = [];
    private readonly List<string?> _errorMessages = [];

    // Of those that tell another execution:
    private readonly List<int> _tellers = [];
    private readonly List<long> _tellerNumbers = [];
    private readonly List<long> _tellerKeys = [];
    private readonly List<int> _tellerEpochs = [];
    private readonly List<string?> _tellerOwners = [];
    private readonly List<Guid> _requests = [];
    private readonly List<string?> _asked = [];
    private readonly List<string?> _requestBodies = [];
    private bool _handlesControls;

    /// <summary>Whether the statements answer with what was told.</summary>
    internal bool TellsOthers => _tellers.Count > 0;

    /// <summary>How many answers come from <see cref="AddLocks"/>.</summary>
    internal int Locks => _keys.Count > 0 ? 1 : 0;

    internal void Add(int place, LogWrite write)
    {
        var startsLog = write.Entries.Count > 0 && write.Entries.First == 1;
        if (write.Change is null && !startsLog) return;
        var change = write.Change ?? new ExecutionChange(write.Log.Status);
        var telling = write.Telling;
        var error = (telling as ExecutionFailed)?.Error;
        _keys.Add(write.Log.Key);
        _epochs.Add(write.Log.Epoch);
        _owners.Add(write.Log.Owner);
        _numbers.Add(write.ChangeNumber);
        _statuses.Add(write.Change is null ? null : change.Status.Text());
        _free.Add(write.Frees);
        _dueAt.Add(change.DueAt?.UtcTicks);
        // By the server's clock it is due after the same time, however the host's clock stands.
        _dueIn.Add(change.DueAt?.UtcTicks - clock.HostNow);
        _purgeAt.Add(change.PurgeAt?.UtcTicks);
        _handled.Add(change.HandledControls);
        _startedAt.Add(startsLog ? write.Entries.FirstTime.UtcTicks : null);
        _tells.Add(telling is not null);
        _completedAt.Add(telling is { IsLast: true } ? telling.Timestamp.UtcTicks : null);
        _errors.Add(error is null ? null : ExecutionRow.WriteError(error));
        _errorMessages.Add(error is null ? null : StoredText.Shown(error.Message));
        _handlesControls |= change.HandledControls > 0;
        if (change.Notify is { } request && StoredText.Fits(request.ExecutionId)) Tell(place, write, request);
    }

    /// <summary>Locks the rows that will change, in the order of their keys, so that hosts cannot wait for each other in a circle.</summary>
    internal void AddLocks(SqlBatch statements)
    {
        if (TellsOthers) statements.Add("SELECT 1 FROM workflowkit.executions WHERE key = ANY ($1) OR id = ANY ($2) ORDER BY key FOR NO KEY UPDATE", _keys, _asked);
        else if (Locks > 0) statements.Add("SELECT 1 FROM workflowkit.executions WHERE key = ANY ($1) ORDER BY key FOR NO KEY UPDATE", _keys);
    }

    internal void AddChanges(SqlBatch statements)
    {
        if (Locks == 0) return;
        if (TellsOthers) AddRequests(statements);
        statements.Add(
            """
            UPDATE workflowkit.executions e SET
              status = COALESCE(c.status, e.status),
              owner = CASE WHEN NOT c.is_free THEN e.owner END,
              was_given_back = c.is_free,
              changes = GREATEST(e.changes, c.number),
              changed = CASE WHEN c.status IS NULL THEN e.changed ELSE pg_current_xact_id() END,
              due_at = CASE WHEN c.status IS NULL THEN e.due_at ELSE c.due_at END,
              claimable_at = CASE
                WHEN NOT c.is_free THEN NULL
                WHEN e.last_control > GREATEST(e.handled_control, c.handled) THEN c.now
                WHEN c.due_in IS NOT NULL THEN c.now + c.due_in
                WHEN c.status IN ('pending', 'running') THEN c.now END,
              purge_at = CASE WHEN c.status IS NULL THEN e.purge_at ELSE c.purge_at END,
              handled_control = GREATEST(e.handled_control, c.handled),
              started_at = COALESCE(c.started_at, e.started_at),
              completed_at = CASE WHEN c.tells THEN c.completed_at ELSE e.completed_at END,
              error = CASE WHEN c.tells THEN c.error ELSE e.error END,
              error_message = CASE WHEN c.tells THEN c.error_message ELSE e.error_message END
            FROM (SELECT u.*, workflowkit.ticks_now($1) AS now FROM unnest($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
              AS u (key, epoch, owner, number, status, is_free, due_at, due_in, purge_at, handled, started_at, tells, completed_at, error, error_message)) AS c
            WHERE e.key = c.key AND e.epoch = c.epoch AND e.owner = c.owner AND (c.number = 0 OR e.changes = c.number - 1)
            """,
            clock.Given, _keys, _epochs, _owners, _numbers, _statuses, _free, _dueAt, _dueIn, _purgeAt, _handled, _startedAt, _tells, _completedAt, _errors, _errorMessages);
        if (_handlesControls)
            statements.Add("DELETE FROM workflowkit.controls c USING workflowkit.executions e WHERE e.key = ANY ($1) AND c.execution = e.key AND c.ordinal <= e.handled_control", _keys);
    }

    /// <summary>Before the changes are made, so that it shows which of them are to be made.</summary>
    private void AddRequests(SqlBatch statements) => statements.Add(
        """
        WITH told AS (
          SELECT n.place, n.id, n.body, p.key, row_number() OVER (PARTITION BY p.key ORDER BY n.place) AS nth
          FROM unnest($2, $3, $4, $5, $6, $7, $8, $9) AS n (place, key, epoch, owner, number, id, asked, body)
          JOIN workflowkit.executions e ON e.key = n.key AND e.epoch = n.epoch AND e.owner = n.owner AND e.changes = n.number - 1
          JOIN workflowkit.executions p ON p.id = n.asked
          WHERE NOT EXISTS (SELECT 1 FROM workflowkit.controls c WHERE c.id = n.id)),
        raised AS (
          UPDATE workflowkit.executions p SET last_control = p.last_control + t.count,
            claimable_at = CASE WHEN p.owner IS NULL THEN LEAST(p.claimable_at, workflowkit.ticks_now($1)) END
          FROM (SELECT key, count(*) AS count FROM told GROUP BY key) AS t WHERE p.key = t.key RETURNING p.key, p.last_control - t.count AS before),
        noted AS (
          INSERT INTO workflowkit.controls (execution, ordinal, id, body) SELECT t.key, r.before + t.nth, t.id, t.body FROM told t JOIN raised r ON r.key = t.key)
        SELECT t.place, r.before + t.nth FROM told t JOIN raised r ON r.key = t.key
        """,
        clock.Given, _tellers, _tellerKeys, _tellerEpochs, _tellerOwners, _tellerNumbers, _requests, _asked, _requestBodies);

    private void Tell(int place, LogWrite write, ControlRequest request)
    {
        _tellers.Add(place);
        _tellerKeys.Add(write.Log.Key);
        _tellerEpochs.Add(write.Log.Epoch);
        _tellerOwners.Add(write.Log.Owner);
        _tellerNumbers.Add(write.ChangeNumber);
        _requests.Add(request.Id);
        _asked.Add(request.ExecutionId);
        _requestBodies.Add(ControlText.Write(request));
    }
}
