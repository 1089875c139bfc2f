using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace WorkflowKit.Sqlite.Database;

/// <summary>
/// The statements that run for every step: whether an owner still has its execution, and the entries that it writes. They go past ADO.NET, which
/// would copy each text twice and make objects for each row.
/// </summary>
internal sealed class LogStatements : IDisposable
{
    /// <summary>Asks for the number of the last change of an execution's status; 0: there is none.</summary>
    internal const string LastChange =
        """
        SELECT MAX(COALESCE((SELECT changed FROM workflowkit_executions WHERE changed IS NOT NULL ORDER BY changed DESC LIMIT 1), 0),
          COALESCE((SELECT changed FROM workflowkit_removals ORDER BY changed DESC LIMIT 1), 0))
        """;

    private const int MostKnown = 20_000;

    private readonly Dictionary<long, Fence> _known = [];
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _version;
    private readonly sqlite3_stmt _fence;
    private readonly sqlite3_stmt _insert;
    private readonly sqlite3_stmt _lastChange;
    private int _knownVersion;
    private long _change;

    internal LogStatements(SqliteConnection connection)
    {
        _database = connection.Handle!;
        _version = Prepare("PRAGMA data_version");
        _fence = Prepare("SELECT epoch, owner IS ?, changes, last_control, handled_control FROM workflowkit_executions WHERE key = ?");
        _lastChange = Prepare(LastChange);
        _insert = Prepare("INSERT OR IGNORE INTO workflowkit_entries (execution, sequence, body) VALUES (?, ?, ?)");
    }

    /// <summary>A transaction has begun. What is known of executions still holds, unless another connection has written since.</summary>
    internal void Begin()
    {
        var result = raw.sqlite3_step(_version);
        var version = raw.sqlite3_column_int(_version, 0);
        raw.sqlite3_reset(_version);
        if (result != raw.SQLITE_ROW) Check(result);
        if (version == _knownVersion) return;
        ForgetAll();
        _change = 0;
        _knownVersion = version;
    }

    /// <summary>The number of a change of status that is made now: higher than those of all that were made before.</summary>
    internal long NextChange()
    {
        if (_change == 0)
        {
            var result = raw.sqlite3_step(_lastChange);
            _change = raw.sqlite3_column_int64(_lastChange, 0);
            raw.sqlite3_reset(_lastChange);
            if (result != raw.SQLITE_ROW) Check(result);
        }
        return ++_change;
    }

    /// <summary>An execution is not as it was.</summary>
    internal void Forget(long execution) => _known.Remove(execution);

    /// <summary>Executions may not be as they were.</summary>
    internal void ForgetAll() => _known.Clear();

    /// <summary>Where an execution stands, as far as its owner has to know before it writes; <see langword="null"/>: it is gone.</summary>
    internal Fence? FenceOf(long execution, int epoch, string owner)
    {
        if (_known.TryGetValue(execution, out var known) && known.Epoch == epoch) return known;
        var read = Read(execution, owner);
        if (read is { IsOwn: true } own)
        {
            if (_known.Count >= MostKnown) ForgetAll();
            _known[execution] = own;
        }
        return read;
    }

    private Fence? Read(long execution, string owner)
    {
        Check(raw.sqlite3_bind_text(_fence, 1, owner));
        Check(raw.sqlite3_bind_int64(_fence, 2, execution));
        var result = raw.sqlite3_step(_fence);
        Fence? fence = result == raw.SQLITE_ROW
            ? new Fence(
                raw.sqlite3_column_int(_fence, 0), raw.sqlite3_column_int(_fence, 1) != 0, raw.sqlite3_column_int64(_fence, 2),
                raw.sqlite3_column_int64(_fence, 3), raw.sqlite3_column_int64(_fence, 4))
            : null;
        raw.sqlite3_reset(_fence);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE)) Check(result);
        return fence;
    }

    /// <summary>Writes an entry, unless it is there already.</summary>
    internal void Add(long execution, long sequence, ReadOnlySpan<byte> body)
    {
        Check(raw.sqlite3_bind_int64(_insert, 1, execution));
        Check(raw.sqlite3_bind_int64(_insert, 2, sequence));
        Check(raw.sqlite3_bind_text(_insert, 3, body));
        var result = raw.sqlite3_step(_insert);
        raw.sqlite3_reset(_insert);
        if (result != raw.SQLITE_DONE) Check(result);
    }

    public void Dispose()
    {
        _version.Dispose();
        _fence.Dispose();
        _insert.Dispose();
        _lastChange.Dispose();
    }

    private sqlite3_stmt Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement));
        return statement;
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);

    internal readonly record struct Fence(int Epoch, bool IsOwn, long Changes, long LastControl, long HandledControl);
}
