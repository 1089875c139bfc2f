using Npgsql;

namespace WorkflowKit.PostgreSql.Database;

/// <summary>Statements that are sent together and make one transaction, unless they run in one that was begun before.</summary>
internal sealed class SqlBatch
{
    private readonly List<(string Sql, NpgsqlParameter[] Values)> _statements = [];

    internal SqlBatch()
    {
    }

    internal SqlBatch(string sql, params ReadOnlySpan<SqlValue> values) => Add(sql, values);

    /// <summary>How long to wait for the answers, in seconds; <see langword="null"/>: as long as the connection string says.</summary>
    internal int? Timeout { get; init; }

    /// <param name="sql">With parameters $1, $2 and so on, for the default schema.</param>
    /// <param name="values">Their values.</param>
    internal SqlBatch Add(string sql, params ReadOnlySpan<SqlValue> values)
    {
        var parameters = new NpgsqlParameter[values.Length];
        for (var index = 0; index < values.Length; index++) parameters[index] = values[index].Parameter;
        _statements.Add((sql, parameters));
        return this;
    }

    /// <summary>Sends the statements.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="names">The names of what they are about.</param>
    /// <param name="read">Reads the answers.</param>
    /// <param name="cancellationToken">Gives up, whether they have taken effect or not.</param>
    internal async Task<T> RunAsync<T>(NpgsqlConnection connection, PostgreSqlNames names, Func<NpgsqlDataReader, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        var batch = new NpgsqlBatch(connection);
        await using (batch.ConfigureAwait(false))
        {
            if (Timeout is { } seconds) batch.Timeout = seconds;
            foreach (var (sql, values) in _statements)
            {
                var command = new NpgsqlBatchCommand(names.Qualify(sql));
                foreach (var value in values) command.Parameters.Add(value);
                batch.BatchCommands.Add(command);
            }
            var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                var answer = await read(reader).ConfigureAwait(false);
                // An error of a statement whose answer nobody reads shows only here.
                while (await reader.NextResultAsync(cancellationToken).ConfigureAwait(false))
                {
                }
                return answer;
            }
        }
    }
}
