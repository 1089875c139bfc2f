using Npgsql;
using WorkflowKit.PostgreSql.Database;
using WorkflowKit.Stores;

namespace WorkflowKit.PostgreSql.Stores;

/// <summary>What executions are asked to do.</summary>
internal static class PostgreSqlControls
{
    /// <summary>Stores a request, once.</summary>
    /// <returns>Its ordinal; 0: there is no such execution.</returns>
    internal static async Task<long> AddAsync(PostgreSqlDatabase database, ControlRequest request, StoreClock clock, CancellationToken cancellationToken)
    {
        if (!StoredText.Fits(request.ExecutionId)) return 0;
        var adding = new SqlBatch(
            """
            WITH raised AS (
              UPDATE workflowkit.executions SET last_control = last_control + 1,
                claimable_at = CASE WHEN owner IS NULL THEN LEAST(claimable_at, workflowkit.ticks_now($4)) END
              WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM workflowkit.controls WHERE id = $2) RETURNING key, last_control)
            INSERT INTO workflowkit.controls (execution, ordinal, id, body) SELECT key, last_control, $2, $3 FROM raised RETURNING ordinal
            """,
            request.ExecutionId, request.Id, ControlText.Write(request), clock.Given);
        long? ordinal;
        try
        {
            ordinal = await database.WriteAsync(adding, OrdinalAsync, cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException error) when (error.SqlState is PostgresErrorCodes.UniqueViolation)
        {
            // Sent twice at once: the other one was quicker.
            ordinal = null;
        }
        ordinal ??= await database.WriteAsync(new SqlBatch("SELECT ordinal FROM workflowkit.controls WHERE id = $1", request.Id), OrdinalAsync, cancellationToken).ConfigureAwait(false);
        return request.Ordinal = ordinal ?? 0;
    }

    internal static async ValueTask<IReadOnlyList<ControlRequest>> ReadAsync(PostgreSqlDatabase database, StoredLog log, CancellationToken cancellationToken) => await database.RowsAsync(
        new SqlBatch("SELECT ordinal, id, body FROM workflowkit.controls WHERE execution = $1 ORDER BY ordinal", log.Key),
        row => ControlText.Read(log.Header.Id, row.GetInt64(0), row.GetGuid(1), row.GetString(2)),
        cancellationToken).ConfigureAwait(false);

    private static async ValueTask<long?> OrdinalAsync(NpgsqlDataReader reader) => await reader.ReadAsync().ConfigureAwait(false) ? reader.GetInt64(0) : null;
}
