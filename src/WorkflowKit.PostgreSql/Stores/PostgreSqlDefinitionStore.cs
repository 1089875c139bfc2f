using System.Data.Common;
using System.Runtime.CompilerServices;
using Npgsql;
using WorkflowKit.Definitions;
using WorkflowKit.PostgreSql.Database;
using WorkflowKit.Registry;
using WorkflowKit.Stores;

namespace WorkflowKit.PostgreSql.Stores;

/// <summary>Keeps definitions in a PostgreSQL database, with all their versions.</summary>
internal sealed class PostgreSqlDefinitionStore(PostgreSqlDatabase database, PostgreSqlStoreOptions options, TimeProvider time) : IDefinitionStore
{
    private const string Versions = "SELECT v.workflow_id, v.file_name, v.source, v.saved_at FROM workflowkit.definition_versions v";
    private const string Current = $"{Versions} JOIN workflowkit.definitions d ON v.workflow_id = d.workflow_id AND v.hash = d.hash";

    /// <summary>Long texts lie beside the table, so that they are not touched.</summary>
    private const string Heads =
        """
        SELECT d.workflow_id, d.hash, v.saved_at FROM workflowkit.definitions d JOIN workflowkit.definition_versions v ON v.workflow_id = d.workflow_id AND v.hash = d.hash
        WHERE d.workflow_id > $1 ORDER BY d.workflow_id LIMIT $2
        """;

    private readonly ChangeSignal _changes = new();
    private readonly StoreClock _clock = new(time);

    public async ValueTask<IReadOnlyList<StoredDefinition>> ListAsync(CancellationToken cancellationToken = default) =>
        await database.RowsAsync(new SqlBatch($"{Current} ORDER BY d.workflow_id"), Read, cancellationToken).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<DefinitionHead>> ListHeadsAsync(string? after, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        if (!StoredText.Fits(after)) throw new ArgumentException("It cannot be a workflow's id.", nameof(after));
        return await database.RowsAsync(
            new SqlBatch(Heads, after ?? "", limit), static row => new DefinitionHead(row.GetString(0), row.GetString(1), ExecutionRow.FromTicks(row.GetInt64(2))), cancellationToken).ConfigureAwait(false);
    }

    public ValueTask<StoredDefinition?> FindAsync(string workflowId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workflowId);
        return StoredText.Fits(workflowId) ? FindAsync(new SqlBatch($"{Current} WHERE d.workflow_id = $1", workflowId), cancellationToken) : default;
    }

    public ValueTask<StoredDefinition?> FindAsync(string workflowId, string hash, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workflowId);
        ArgumentNullException.ThrowIfNull(hash);
        return StoredText.Fits(workflowId) && StoredText.Fits(hash) ? FindAsync(new SqlBatch($"{Versions} WHERE v.workflow_id = $1 AND v.hash = $2", workflowId, hash), cancellationToken) : default;
    }

    public async ValueTask<IReadOnlyList<DefinitionVersion>> VersionsAsync(string workflowId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workflowId);
        if (!StoredText.Fits(workflowId)) return [];
        var question = new SqlBatch(
            """
            SELECT v.hash, v.saved_at, d.hash IS NOT NULL FROM workflowkit.definition_versions v
            LEFT JOIN workflowkit.definitions d ON d.workflow_id = v.workflow_id AND d.hash = v.hash
            WHERE v.workflow_id = $1 ORDER BY v.number DESC
            """,
            workflowId);
        return await database.RowsAsync(
            question, static row => new DefinitionVersion(row.GetString(0), ExecutionRow.FromTicks(row.GetInt64(1)), row.GetBoolean(2)), cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask SaveAsync(string workflowId, SourceText source, string? expectedHash = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        DefinitionId.ThrowIfIllegal(workflowId);
        StoredText.Demand(source.Text, "definition");
        StoredText.Demand(source.FileName, "file's name");
        var hash = source.Hash;
        var isNew = await ChangeAsync(
            workflowId, expectedHash,
            current => current == hash
                ? null
                : new SqlBatch("DELETE FROM workflowkit.definition_versions WHERE workflow_id = $1 AND hash = $2", workflowId, hash)
                    .Add(
                        "INSERT INTO workflowkit.definition_versions (workflow_id, hash, file_name, source, saved_at) VALUES ($1, $2, $3, $4, workflowkit.ticks_now($5))",
                        workflowId, hash, source.FileName, source.Text, _clock.Given)
                    .Add("INSERT INTO workflowkit.definitions (workflow_id, hash) VALUES ($1, $2) ON CONFLICT (workflow_id) DO UPDATE SET hash = excluded.hash", workflowId, hash),
            cancellationToken).ConfigureAwait(false);
        if (isNew) _changes.Raise();
    }

    public async ValueTask<bool> DeleteAsync(string workflowId, string? expectedHash = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workflowId);
        if (!StoredText.Fits(workflowId))
        {
            DefinitionConflictException.ThrowIfOther(workflowId, expectedHash, null);
            return false;
        }
        var wasThere = await ChangeAsync(
            workflowId, expectedHash,
            current => current is null ? null : new SqlBatch("DELETE FROM workflowkit.definitions WHERE workflow_id = $1", workflowId),
            cancellationToken).ConfigureAwait(false);
        if (wasThere) _changes.Raise();
        return wasThere;
    }

    public async IAsyncEnumerable<string> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = await database.RowsAsync(new SqlBatch("SELECT COALESCE(MAX(number), 0) FROM workflowkit.definition_changes"), static row => row.GetInt64(0), cancellationToken).ConfigureAwait(false);
        var seen = last[0];
        while (true)
        {
            // Asked for before the look, so that a change in between is not missed.
            var raised = _changes.Next;
            foreach (var (number, workflowId) in await ChangesAfterAsync(seen, cancellationToken).ConfigureAwait(false))
            {
                yield return workflowId;
                seen = number;
            }
            await ChangeSignal.WaitAsync(raised, options.PollInterval, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private Task<List<(long Number, string WorkflowId)>> ChangesAfterAsync(long seen, CancellationToken cancellationToken) => database.RowsAsync(
        new SqlBatch("SELECT number, workflow_id FROM workflowkit.definition_changes WHERE number > $1 ORDER BY number", seen),
        static row => (row.GetInt64(0), row.GetString(1)),
        cancellationToken);

    /// <summary>Changes a workflow's current text, one change in the database at a time: so changes are numbered in the order in which they are seen.</summary>
    /// <param name="workflowId">The workflow.</param>
    /// <param name="expectedHash">The version that must be current.</param>
    /// <param name="change">From the hash of the current version to what is to be done; <see langword="null"/>: nothing.</param>
    /// <param name="cancellationToken">Gives up before something is changed.</param>
    private async Task<bool> ChangeAsync(string workflowId, string? expectedHash, Func<string?, SqlBatch?> change, CancellationToken cancellationToken)
    {
        var connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                var question = new SqlBatch("SELECT pg_advisory_xact_lock($1)", database.Names.LockKey("definitions")).Add("SELECT hash FROM workflowkit.definitions WHERE workflow_id = $1", workflowId);
                var current = await question.RunAsync(connection, database.Names, ReadCurrentAsync, cancellationToken).ConfigureAwait(false);
                DefinitionConflictException.ThrowIfOther(workflowId, expectedHash, current);
                if (change(current) is not { } statements) return false;
                // Only a workflow's last change is worth telling.
                statements.Add("DELETE FROM workflowkit.definition_changes WHERE workflow_id = $1", workflowId)
                    .Add("INSERT INTO workflowkit.definition_changes (workflow_id) VALUES ($1)", workflowId);
                await statements.RunAsync(connection, database.Names, static _ => ValueTask.FromResult(true), CancellationToken.None).ConfigureAwait(false);
                await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
                return true;
            }
        }
    }

    private static async ValueTask<string?> ReadCurrentAsync(NpgsqlDataReader reader)
    {
        await reader.NextResultAsync().ConfigureAwait(false);
        return await reader.ReadAsync().ConfigureAwait(false) ? reader.GetString(0) : null;
    }

    private async ValueTask<StoredDefinition?> FindAsync(SqlBatch question, CancellationToken cancellationToken)
    {
        var found = await database.RowsAsync(question, Read, cancellationToken).ConfigureAwait(false);
        return found.Count > 0 ? found[0] : null;
    }

    private static StoredDefinition Read(DbDataReader row) =>
        new(row.GetString(0), new SourceText(row.GetString(2), row.GetString(1)), ExecutionRow.FromTicks(row.GetInt64(3)));
}
