using System.Data.Common;
using System.Data;
using Npgsql;
using WorkflowKit.Log;
using WorkflowKit.PostgreSql.Database;
using WorkflowKit.Stores;

namespace WorkflowKit.PostgreSql.Stores;

/// <summary>What was, for those who look.</summary>
internal sealed partial class PostgreSqlExecutionStore
{
    private const string Entries = "SELECT sequence, body FROM workflowkit.entries WHERE execution = (SELECT key FROM workflowkit.executions WHERE id = $1) AND sequence > $2 ORDER BY sequence LIMIT $3";

    /// <summary>Upper and lower case are what the database's locale says.</summary>
    internal static readonly HistorySql History = new(
        "workflowkit.executions", "workflowkit.tags", static (column, part) => $"strpos(lower({column} COLLATE \"default\"), lower({part} COLLATE \"default\")) > 0");

    public async ValueTask<ExecutionRecord?> FindAsync(string executionId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(executionId);
        if (!StoredText.Fits(executionId)) return null;
        var connection = await _database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            // Both of one moment.
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                var question = new SqlBatch($"SELECT {ExecutionRow.HeaderColumns}, status, body FROM workflowkit.executions JOIN workflowkit.inputs ON execution = key WHERE id = $1", executionId)
                    .Add(Entries, executionId, 0, int.MaxValue);
                var record = await question.RunAsync(connection, _database.Names, reader => ReadRecordAsync(reader, executionId, cancellationToken), cancellationToken).ConfigureAwait(false);
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
                return record;
            }
        }
    }

    public async ValueTask<IReadOnlyList<ProgressEvent>> ReadAsync(string executionId, long after, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(executionId);
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        if (!StoredText.Fits(executionId) || after > int.MaxValue) return [];
        return await _database.QueryAsync(
            new SqlBatch(Entries, executionId, (int)after, limit), reader => ReadEntriesAsync(reader, executionId, after, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<ExecutionPage> QueryAsync(ExecutionQuery query, CancellationToken cancellationToken = default)
    {
        var found = await AskAsync(History.Page(query), static row => (row.GetInt64(0), ExecutionRow.ReadSummary(row)), cancellationToken).ConfigureAwait(false);
        return HistorySql.PageOf(found, query.Limit);
    }

    public async ValueTask<ExecutionCounts> CountAsync(ExecutionQuery query, CancellationToken cancellationToken = default) =>
        new(await AskAsync(History.Counts(query), HistorySql.ReadCount, cancellationToken).ConfigureAwait(false));

    private async Task<List<T>> AskAsync<T>((string Sql, List<object> Values) question, Func<DbDataReader, T> row, CancellationToken cancellationToken) =>
        // What no column can hold is found in none.
        question.Values.TrueForAll(static value => StoredText.Fits(value as string))
            ? await _database.RowsAsync(
                new SqlBatch(question.Sql, question.Values.ConvertAll(static value => value is string text ? (SqlValue)text : (long)value).ToArray()), row, cancellationToken).ConfigureAwait(false)
            : [];

    private static async ValueTask<ExecutionRecord?> ReadRecordAsync(NpgsqlDataReader reader, string executionId, CancellationToken cancellationToken)
    {
        if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) return null;
        var header = ExecutionRow.ReadHeader(reader, reader.GetString(ExecutionRow.HeaderCount + 1));
        var status = LogNames.ToExecutionStatus(reader.GetString(ExecutionRow.HeaderCount));
        await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        return new ExecutionRecord(header, status, await ReadEntriesAsync(reader, executionId, 0, cancellationToken).ConfigureAwait(false));
    }

    private static async ValueTask<IReadOnlyList<ProgressEvent>> ReadEntriesAsync(NpgsqlDataReader reader, string executionId, long after, CancellationToken cancellationToken)
    {
        var entries = new StoredEntries(executionId, after);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) entries.Add(reader.GetInt32(0), reader.GetString(1));
        return entries.Entries;
    }
}
