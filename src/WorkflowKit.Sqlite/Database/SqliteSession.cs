using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace WorkflowKit.Sqlite.Database;

/// <summary>A connection with its prepared statements. For one thread at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);
    private LogStatements? _logs;

    internal SqliteSession(SqliteConnection connection) => Connection = connection;

    internal SqliteConnection Connection { get; }

    /// <summary>Writes logs.</summary>
    internal LogStatements Logs => _logs ??= new LogStatements(Connection);

    /// <summary>Runs a statement.</summary>
    /// <param name="sql">With parameters $1, $2 and so on.</param>
    /// <param name="values">Their values.</param>
    /// <returns>How many rows it changed.</returns>
    internal int Execute(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteNonQuery();

    /// <summary>Runs a question; the reader is to be disposed of before the next.</summary>
    internal DbDataReader Query(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteReader();

    /// <summary>The first column of the first row; <see langword="null"/>: there is none, or it is null.</summary>
    internal object? Scalar(string sql, params ReadOnlySpan<object?> values) => Prepare(sql, values).ExecuteScalar() is { } value and not DBNull ? value : null;

    public void Dispose()
    {
        _logs?.Dispose();
        foreach (var command in _commands.Values) command.Dispose();
        Connection.Dispose();
    }

    private SqliteCommand Prepare(string sql, ReadOnlySpan<object?> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = Connection.CreateCommand();
            command.CommandText = sql;
            for (var number = 1; number <= values.Length; number++) command.Parameters.Add(new SqliteParameter($"${number}", null));
            _commands.Add(sql, command);
        }
        for (var index = 0; index < values.Length; index++) command.Parameters[index].Value = values[index] ?? DBNull.Value;
        return command;
    }
}
