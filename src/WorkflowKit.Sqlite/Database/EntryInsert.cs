using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace WorkflowKit.Sqlite.Database;

/// <summary>
/// Writes entries of logs: the one statement that runs for every step. It goes past ADO.NET, which would copy each text twice and make objects for it.
/// </summary>
internal sealed class EntryInsert : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    internal EntryInsert(SqliteConnection connection)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(_database, "INSERT OR IGNORE INTO workflowkit_entries (execution, sequence, body) VALUES (?, ?, ?)", raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    /// <summary>Writes an entry, unless it is there already.</summary>
    internal void Add(long execution, long sequence, ReadOnlySpan<byte> body)
    {
        Check(raw.sqlite3_bind_int64(_statement, 1, execution));
        Check(raw.sqlite3_bind_int64(_statement, 2, sequence));
        Check(raw.sqlite3_bind_text(_statement, 3, body));
        var result = raw.sqlite3_step(_statement);
        raw.sqlite3_reset(_statement);
        if (result != raw.SQLITE_DONE) Check(result);
    }

    public void Dispose() => _statement.Dispose();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
