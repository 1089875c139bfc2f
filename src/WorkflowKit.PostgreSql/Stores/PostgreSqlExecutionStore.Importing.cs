using WorkflowKit.Log;
using WorkflowKit.PostgreSql.Database;
using WorkflowKit.Stores;

namespace WorkflowKit.PostgreSql.Stores;

/// <summary>What came about elsewhere.</summary>
internal sealed partial class PostgreSqlExecutionStore
{
    public async ValueTask<bool> ImportAsync(FinishedExecution execution, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(execution);
        var header = execution.Header;
        DemandStorable(header);
        while (true)
        {
            if (await _database.WriteAsync(Importing(execution), static async reader => await reader.ReadAsync().ConfigureAwait(false), cancellationToken).ConfigureAwait(false)) return true;
            var same = new SqlBatch("SELECT key FROM workflowkit.executions WHERE id = $1", header.Id);
            if ((await _database.RowsAsync(same, static row => row.GetInt64(0), cancellationToken).ConfigureAwait(false)).Count > 0) return false;
            // Where it is not there any more, it was removed in between, and the key is free again.
            if (header.StartKey is { } key && await FindByStartKeyAsync(header, cancellationToken).ConfigureAwait(false) is { } known) throw new StartKeyConflictException(key, known.Id);
        }
    }

    private static SqlBatch Importing(FinishedExecution execution)
    {
        var journal = execution.ToJournal();
        return new SqlBatch(
            $"""
            WITH made AS (
              INSERT INTO workflowkit.executions ({ExecutionRow.HeaderColumns}, status, epoch, started_at, completed_at, error, error_message, purge_at, changed)
              SELECT {HeaderParameters}, $17, 1, $18, $19, $20, $21, $22, pg_current_xact_id() ON CONFLICT DO NOTHING RETURNING key),
            {BesideHeader},
            logged AS (INSERT INTO workflowkit.entries (execution, sequence, body) SELECT key, n.sequence, n.body FROM made, unnest($23, $24) AS n (sequence, body))
            SELECT key FROM made
            """,
            [
                .. HeaderValues(execution.Header), execution.Status.Text(), execution.StartedAt?.UtcTicks, execution.CompletedAt?.UtcTicks,
                execution.Error is { } error ? ExecutionRow.WriteError(error) : null, execution.Error is { } shown ? StoredText.Shown(shown.Message) : null, execution.PurgeAt?.UtcTicks,
                Enumerable.Range(1, journal.Count).ToList(), Enumerable.Range(0, journal.Count).Select(index => journal[index]).ToList(),
            ]);
    }
}
