using System.Globalization;
using WorkflowKit.Sqlite.Database;
using WorkflowKit.Stores;

namespace WorkflowKit.Sqlite.Stores;

/// <summary>What has changed, for those who show it. A mark is the number of the last change, and the time of the look.</summary>
internal sealed partial class SqliteExecutionStore
{
    internal const string ChangedSince = "SELECT id FROM workflowkit_executions WHERE changed > $1 ORDER BY changed LIMIT $2";
    internal const string RemovedSince = "SELECT id, user_id FROM workflowkit_removals WHERE changed > $1 ORDER BY changed LIMIT $2";

    public ValueTask<StoreChanges> FindChangesAsync(string? since, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var from = since is null ? ((long Number, long Ticks)?)null : ReadMark(since);
        return _database.ReadMomentAsync(session =>
        {
            var now = Now;
            var mark = string.Create(CultureInfo.InvariantCulture, $"{session.Scalar(LogStatements.LastChange)}-{now}");
            if (from is not var (number, ticks)) return new StoreChanges(mark, [], []);
            var changed = new List<string>();
            using (var rows = session.Query(ChangedSince, number, limit + 1))
                while (rows.Read()) changed.Add(rows.GetString(0));
            var removed = new List<RemovedExecution>();
            using (var rows = session.Query(RemovedSince, number, limit + 1))
                while (rows.Read()) removed.Add(new RemovedExecution(rows.GetString(0), ExecutionRow.Text(rows, 1)));
            return StoreChanges.Of(mark, changed, removed, limit, StoreChanges.IsTooOld(ticks, now));
        });
    }

    private static (long Number, long Ticks) ReadMark(string since)
    {
        var dash = since.IndexOf('-', StringComparison.Ordinal);
        return dash > 0
            && long.TryParse(since.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && long.TryParse(since.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
                ? (number, ticks)
                : throw StoreChanges.NoMark(since);
    }
}
