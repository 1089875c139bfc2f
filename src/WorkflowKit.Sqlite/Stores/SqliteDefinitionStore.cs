using System.Runtime.CompilerServices;
using WorkflowKit.Definitions;
using WorkflowKit.Registry;
using WorkflowKit.Sqlite.Database;
using WorkflowKit.Stores;

namespace WorkflowKit.Sqlite.Stores;

/// <summary>Keeps definitions in a SQLite file, with all their versions.</summary>
internal sealed class SqliteDefinitionStore(SqliteDatabase database, SqliteStoreOptions options, TimeProvider time) : IDefinitionStore
{
    private const string VersionColumns = "v.workflow_id, v.file_name, v.source, v.saved_at";

    // Left to itself, the database would read the times beside the texts.
    internal const string Heads =
        """
        SELECT d.workflow_id, d.hash, v.saved_at FROM workflowkit_definitions d
        CROSS JOIN workflowkit_definition_versions v INDEXED BY workflowkit_definition_heads ON v.workflow_id = d.workflow_id AND v.hash = d.hash
        WHERE d.workflow_id > $1 ORDER BY d.workflow_id LIMIT $2
        """;

    private readonly ChangeSignal _changes = new();

    public ValueTask<IReadOnlyList<StoredDefinition>> ListAsync(CancellationToken cancellationToken = default) => database.ReadAsync(session =>
    {
        var all = new List<StoredDefinition>();
        using var rows = session.Query(
            $"SELECT {VersionColumns} FROM workflowkit_definitions d JOIN workflowkit_definition_versions v ON v.workflow_id = d.workflow_id AND v.hash = d.hash ORDER BY d.workflow_id");
        while (rows.Read()) all.Add(Read(rows));
        return (IReadOnlyList<StoredDefinition>)all;
    });

    public ValueTask<IReadOnlyList<DefinitionHead>> ListHeadsAsync(string? after, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        return database.ReadAsync(session =>
        {
            var heads = new List<DefinitionHead>();
            using var rows = session.Query(Heads, after ?? "", limit);
            while (rows.Read()) heads.Add(new DefinitionHead(rows.GetString(0), rows.GetString(1), ExecutionRow.FromTicks(rows.GetInt64(2))));
            return (IReadOnlyList<DefinitionHead>)heads;
        });
    }

    public ValueTask<StoredDefinition?> FindAsync(string workflowId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workflowId);
        return database.ReadAsync(session => Find(
            session,
            $"SELECT {VersionColumns} FROM workflowkit_definitions d JOIN workflowkit_definition_versions v ON v.workflow_id = d.workflow_id AND v.hash = d.hash WHERE d.workflow_id = $1",
            workflowId));
    }

    public ValueTask<StoredDefinition?> FindAsync(string workflowId, string hash, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workflowId);
        ArgumentNullException.ThrowIfNull(hash);
        return database.ReadAsync(session => Find(
            session, $"SELECT {VersionColumns} FROM workflowkit_definition_versions v WHERE v.workflow_id = $1 AND v.hash = $2", workflowId, hash));
    }

    public ValueTask<IReadOnlyList<DefinitionVersion>> VersionsAsync(string workflowId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workflowId);
        return database.ReadAsync(session =>
        {
            var all = new List<DefinitionVersion>();
            using var rows = session.Query(
                """
                SELECT v.hash, v.saved_at, d.hash IS NOT NULL FROM workflowkit_definition_versions v
                LEFT JOIN workflowkit_definitions d ON d.workflow_id = v.workflow_id AND d.hash = v.hash
                WHERE v.workflow_id = $1 ORDER BY v.number DESC
                """, workflowId);
            while (rows.Read()) all.Add(new DefinitionVersion(rows.GetString(0), ExecutionRow.FromTicks(rows.GetInt64(1)), rows.GetBoolean(2)));
            return (IReadOnlyList<DefinitionVersion>)all;
        });
    }

    public async ValueTask SaveAsync(string workflowId, SourceText source, string? expectedHash = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        DefinitionId.ThrowIfIllegal(workflowId);
        var hash = source.Hash;
        var isNew = await database.Writer.CallAsync(
            session =>
            {
                var current = Current(session, workflowId);
                DefinitionConflictException.ThrowIfOther(workflowId, expectedHash, current);
                if (current == hash) return false;
                session.Execute("DELETE FROM workflowkit_definition_versions WHERE workflow_id = $1 AND hash = $2", workflowId, hash);
                session.Execute(
                    "INSERT INTO workflowkit_definition_versions (workflow_id, hash, file_name, source, saved_at) VALUES ($1, $2, $3, $4, $5)",
                    workflowId, hash, source.FileName, source.Text, time.GetUtcNow().UtcTicks);
                session.Execute("INSERT INTO workflowkit_definitions (workflow_id, hash) VALUES ($1, $2) ON CONFLICT (workflow_id) DO UPDATE SET hash = excluded.hash", workflowId, hash);
                Note(session, workflowId);
                return true;
            }, cancellationToken).ConfigureAwait(false);
        if (isNew) _changes.Raise();
    }

    public async ValueTask<bool> DeleteAsync(string workflowId, string? expectedHash = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workflowId);
        var wasThere = await database.Writer.CallAsync(
            session =>
            {
                DefinitionConflictException.ThrowIfOther(workflowId, expectedHash, Current(session, workflowId));
                if (session.Execute("DELETE FROM workflowkit_definitions WHERE workflow_id = $1", workflowId) == 0) return false;
                Note(session, workflowId);
                return true;
            }, cancellationToken).ConfigureAwait(false);
        if (wasThere) _changes.Raise();
        return wasThere;
    }

    public async IAsyncEnumerable<string> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = LastChange();
        while (true)
        {
            // Asked for before the look, so that a change in between is not missed.
            var raised = _changes.Next;
            foreach (var (number, workflowId) in ChangesAfter(seen))
            {
                yield return workflowId;
                seen = number;
            }
            await ChangeSignal.WaitAsync(raised, options.PollInterval, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private long LastChange() => database.Read(session => session.Scalar("SELECT MAX(number) FROM workflowkit_definition_changes")) as long? ?? 0;

    private List<(long Number, string WorkflowId)> ChangesAfter(long seen) => database.Read(session =>
    {
        var all = new List<(long, string)>();
        using var rows = session.Query("SELECT number, workflow_id FROM workflowkit_definition_changes WHERE number > $1 ORDER BY number", seen);
        while (rows.Read()) all.Add((rows.GetInt64(0), rows.GetString(1)));
        return all;
    });

    /// <summary>Only a workflow's last change is worth telling.</summary>
    private static void Note(SqliteSession session, string workflowId)
    {
        session.Execute("DELETE FROM workflowkit_definition_changes WHERE workflow_id = $1", workflowId);
        session.Execute("INSERT INTO workflowkit_definition_changes (workflow_id) VALUES ($1)", workflowId);
    }

    private static string? Current(SqliteSession session, string workflowId) =>
        (string?)session.Scalar("SELECT hash FROM workflowkit_definitions WHERE workflow_id = $1", workflowId);

    private static StoredDefinition? Find(SqliteSession session, string sql, params ReadOnlySpan<object?> values)
    {
        using var row = session.Query(sql, values);
        return row.Read() ? Read(row) : null;
    }

    private static StoredDefinition Read(System.Data.Common.DbDataReader row) =>
        new(row.GetString(0), new SourceText(row.GetString(2), row.GetString(1)), ExecutionRow.FromTicks(row.GetInt64(3)));
}
