using System.Data.Common;
using System.Globalization;
using Npgsql;
using WorkflowKit.PostgreSql.Database;
using WorkflowKit.Stores;

namespace WorkflowKit.PostgreSql.Stores;

/// <summary>
/// What has changed, for those who show it. A mark is the time of the look, and what the look could see: of the transactions that had begun by then, those that
/// had not ended are named in it. A database that was copied to another server may hold numbers that are still to come there: its old changes are told once more.
/// </summary>
internal sealed partial class PostgreSqlExecutionStore
{
    /// <summary>One statement sees one moment.</summary>
    internal const string ChangesSince =
        $"""
        SELECT 'mark' AS kind, pg_current_snapshot()::text AS id, NULL AS user_id, workflowkit.ticks_now($3) AS ticks
        UNION ALL (SELECT 'changed', id, NULL, 0 FROM workflowkit.executions WHERE {IsUnseen} ORDER BY changed LIMIT $2)
        UNION ALL (SELECT 'removed', id, user_id, 0 FROM workflowkit.removals WHERE {IsUnseen} ORDER BY changed LIMIT $2)
        """;

    private const string IsUnseen =
        "changed >= pg_snapshot_xmin($1::pg_snapshot) AND changed < pg_snapshot_xmax(pg_current_snapshot()) AND NOT pg_visible_in_snapshot(changed, $1::pg_snapshot)";

    public async ValueTask<StoreChanges> FindChangesAsync(string? since, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var (ticks, snapshot) = since is null ? (long.MaxValue, null) : ReadMark(since);
        var found = new Changes();
        try
        {
            await _database.RowsAsync(new SqlBatch(ChangesSince, snapshot, limit + 1, _clock.Given), found.Add, cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException error) when (since is not null && error.SqlState is PostgresErrorCodes.InvalidTextRepresentation)
        {
            throw StoreChanges.NoMark(since);
        }
        return StoreChanges.Of(string.Create(CultureInfo.InvariantCulture, $"{found.Now}/{found.Snapshot}"), found.Changed, found.Removed, limit, StoreChanges.IsTooOld(ticks, found.Now));
    }

    private static (long Ticks, string? Snapshot) ReadMark(string since)
    {
        var slash = since.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && long.TryParse(since.AsSpan(0, slash), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) ? (ticks, since[(slash + 1)..]) : throw StoreChanges.NoMark(since);
    }

    private sealed class Changes
    {
        internal long Now { get; private set; }

        internal string? Snapshot { get; private set; }

        internal List<string> Changed { get; } = [];

        internal List<RemovedExecution> Removed { get; } = [];

        internal bool Add(DbDataReader row)
        {
            var (kind, id) = (row.GetString(0), row.GetString(1));
            if (kind == "changed") Changed.Add(id);
            else if (kind == "removed") Removed.Add(new RemovedExecution(id, ExecutionRow.Text(row, 2)));
            else (Snapshot, Now) = (id, row.GetInt64(3));
            return true;
        }
    }
}
