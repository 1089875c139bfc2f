using WorkflowKit.Log;
using WorkflowKit.Sqlite.Database;
using WorkflowKit.Stores;

namespace WorkflowKit.Sqlite.Stores;

/// <summary>What was, for those who look.</summary>
internal sealed partial class SqliteExecutionStore
{
    internal static readonly HistorySql History = new("workflowkit_executions", "workflowkit_tags", static (column, part) => $"workflowkit_contains({column}, {part})");

    public ValueTask<ExecutionRecord?> FindAsync(string executionId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(executionId);
        return _database.ReadMomentAsync(session => Find(session, executionId));
    }

    public ValueTask<IReadOnlyList<ProgressEvent>> ReadAsync(string executionId, long after, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(executionId);
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return _database.ReadMomentAsync(session =>
            session.Scalar("SELECT key FROM workflowkit_executions WHERE id = $1", executionId) is long key ? ReadEntries(session, key, executionId, after, limit) : []);
    }

    public ValueTask<ExecutionPage> QueryAsync(ExecutionQuery query, CancellationToken cancellationToken = default)
    {
        var (sql, values) = History.Page(query);
        return _database.ReadAsync(session =>
        {
            var found = new List<(long, ExecutionSummary)>();
            using var rows = session.Query(sql, values.ToArray());
            while (rows.Read()) found.Add((rows.GetInt64(0), ExecutionRow.ReadSummary(rows)));
            return HistorySql.PageOf(found, query.Limit);
        });
    }

    public ValueTask<ExecutionCounts> CountAsync(ExecutionQuery query, CancellationToken cancellationToken = default)
    {
        var (sql, values) = History.Counts(query);
        return _database.ReadAsync(session =>
        {
            var days = new List<DailyCount>();
            using var rows = session.Query(sql, values.ToArray());
            while (rows.Read()) days.Add(HistorySql.ReadCount(rows));
            return new ExecutionCounts(days);
        });
    }

    private static ExecutionRecord? Find(SqliteSession session, string executionId)
    {
        ExecutionHeader header;
        ExecutionStatus status;
        long key;
        using (var row = session.Query($"SELECT {ExecutionRow.HeaderColumns}, key, status, body FROM workflowkit_executions JOIN workflowkit_inputs ON execution = key WHERE id = $1", executionId))
        {
            if (!row.Read()) return null;
            const int next = ExecutionRow.HeaderCount;
            header = ExecutionRow.ReadHeader(row, row.GetString(next + 2));
            (key, status) = (row.GetInt64(next), LogNames.ToExecutionStatus(row.GetString(next + 1)));
        }
        return new ExecutionRecord(header, status, ReadEntries(session, key, executionId, 0, int.MaxValue));
    }

    private static IReadOnlyList<ProgressEvent> ReadEntries(SqliteSession session, long key, string executionId, long after, int limit)
    {
        var entries = new StoredEntries(executionId, after);
        using var rows = session.Query("SELECT sequence, body FROM workflowkit_entries WHERE execution = $1 AND sequence > $2 ORDER BY sequence LIMIT $3", key, after, limit);
        while (rows.Read()) entries.Add(rows.GetInt64(0), rows.GetString(1));
        return entries.Entries;
    }
}
