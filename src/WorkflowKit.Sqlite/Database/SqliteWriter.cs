using Microsoft.Data.Sqlite;
using SQLitePCL;
using WorkflowKit.Stores;

namespace WorkflowKit.Sqlite.Database;

/// <summary>The process's only writer to the file: SQLite takes one at a time, and waiting in line here is cheaper than waiting for its lock.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private const int LargestBatch = 500;

    private static readonly CommitTelemetry Telemetry = new("sqlite");

    private readonly Lock _gate = new();
    private readonly Func<SqliteConnection> _open;
    private readonly GroupCommit<SqliteWrite> _group;
    private SqliteSession? _session;
    private bool _isDisposed;

    internal SqliteWriter(Func<SqliteConnection> open)
    {
        _open = open;
        _group = new GroupCommit<SqliteWrite>(LargestBatch, Commit);
    }

    internal void Add(SqliteWrite write) => _group.Add(write);

    /// <param name="work">What to do.</param>
    /// <param name="cancellationToken">Gives up, if it has not begun.</param>
    /// <param name="leavesOwners">Whether it changes neither the owner of an execution nor what is asked of one.</param>
    internal Task<T> CallAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken, bool leavesOwners = false)
    {
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<T>(cancellationToken);
        var call = new SqliteCall<T>(work, leavesOwners);
        Add(call);
        return call.Answer;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _session?.Dispose();
            _session = null;
        }
    }

    private ValueTask Commit(IReadOnlyList<SqliteWrite> batch)
    {
        // Only disposing competes for this lock.
        lock (_gate) CommitBatch(batch);
        return default;
    }

    private void CommitBatch(IReadOnlyList<SqliteWrite> batch)
    {
        var began = CommitTelemetry.Begin();
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            _session ??= new SqliteSession(_open());
            _session.Execute("BEGIN IMMEDIATE");
            _session.Logs.Begin();
            foreach (var write in batch) write.Run(_session);
            _session.Execute("COMMIT");
        }
        catch (Exception error)
        {
            RollBack();
            Telemetry.Ended(began, batch.Count, isCommitted: false);
            if (batch.Count == 1 || IsOfTheFile(error))
            {
                foreach (var write in batch) write.Failed(error);
            }
            else
            {
                // One of them cannot be written; the others must not suffer for it.
                foreach (var write in batch) CommitBatch([write]);
            }
            return;
        }
        Telemetry.Ended(began, batch.Count, isCommitted: true);
        foreach (var write in batch) write.Committed();
    }

    private void RollBack()
    {
        if (_session is null) return;
        try
        {
            _session.Logs.ForgetAll();
            // Some errors have ended the transaction already.
            if (raw.sqlite3_get_autocommit(_session.Connection.Handle!) == 0) _session.Execute("ROLLBACK");
        }
        catch (SqliteException)
        {
            _session.Dispose();
            _session = null;
        }
    }

    /// <summary>Whether the error is about the file or the lock, and not about what was to be written.</summary>
    private static bool IsOfTheFile(Exception error) => error is not SqliteException failure || failure.SqliteErrorCode is
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_FULL or raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY
        or raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_PROTOCOL or raw.SQLITE_NOMEM;
}
