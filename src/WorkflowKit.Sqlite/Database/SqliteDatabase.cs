using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace WorkflowKit.Sqlite.Database;

/// <summary>One SQLite file: its schema, its writer, and connections for those who read.</summary>
internal sealed class SqliteDatabase : IDisposable
{
    private static readonly int MostReaders = Math.Max(4, Environment.ProcessorCount * 2);

    private readonly SqliteStoreOptions _options;
    private readonly string _connectionString;
    private readonly ConcurrentBag<SqliteSession> _readers = [];
    private volatile bool _isDisposed;

    /// <exception cref="ArgumentException">The connection string names no file.</exception>
    internal SqliteDatabase(SqliteStoreOptions options)
    {
        _options = options;
        Path = FileOf(options.ConnectionString);
        _connectionString = new SqliteConnectionStringBuilder(options.ConnectionString)
        {
            Pooling = false,
            Mode = SqliteOpenMode.ReadWriteCreate,
            // SQLite waits for a lock by itself. What is left to ADO.NET is to see that the time is over; it counts whole seconds, and 0 would be for ever.
            DefaultTimeout = Math.Max(1, (int)Math.Ceiling(options.BusyTimeout.TotalSeconds)),
        }.ToString();
        Writer = new SqliteWriter(Open);
    }

    /// <summary>The file's full path.</summary>
    internal string Path { get; }

    internal SqliteWriter Writer { get; }

    /// <summary>Asks the database something. It sees what was committed before.</summary>
    internal T Read<T>(Func<SqliteSession, T> question)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (!_readers.TryTake(out var session)) session = new SqliteSession(Open());
        T answer;
        try
        {
            answer = question(session);
        }
        catch (SqliteException)
        {
            session.Dispose();
            throw;
        }
        if (_isDisposed || _readers.Count >= MostReaders) session.Dispose();
        else _readers.Add(session);
        return answer;
    }

    /// <summary>As <see cref="Read{T}"/>, for callers who await; SQLite has no other way to read than in the caller's thread.</summary>
    internal ValueTask<T> ReadAsync<T>(Func<SqliteSession, T> question)
    {
        try
        {
            return new(Read(question));
        }
        catch (Exception error)
        {
            return ValueTask.FromException<T>(error);
        }
    }

    /// <summary>As <see cref="ReadAsync{T}"/>, for questions that take more than one statement and have to see one moment.</summary>
    internal ValueTask<T> ReadMomentAsync<T>(Func<SqliteSession, T> question) => ReadAsync(session =>
    {
        session.Execute("BEGIN");
        try
        {
            return question(session);
        }
        finally
        {
            session.Execute("COMMIT");
        }
    });

    public void Dispose()
    {
        _isDisposed = true;
        Writer.Dispose();
        while (_readers.TryTake(out var session)) session.Dispose();
    }

    /// <summary>The file that a connection string names.</summary>
    /// <exception cref="ArgumentException">It names none.</exception>
    internal static string FileOf(string connectionString)
    {
        var parts = new SqliteConnectionStringBuilder(connectionString);
        if (string.IsNullOrWhiteSpace(parts.DataSource) || parts.DataSource is ":memory:" || parts.Mode is SqliteOpenMode.Memory || parts.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException("The connection string must name a file, such as 'Data Source=workflows.db'; for executions that live in memory leave UseSqlite out.", nameof(connectionString));
        return System.IO.Path.GetFullPath(parts.DataSource);
    }

    private SqliteConnection Open()
    {
        if (System.IO.Path.GetDirectoryName(Path) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            connection.CreateFunction("workflowkit_contains", static (string? text, string part) => text is not null && text.Contains(part, StringComparison.OrdinalIgnoreCase), isDeterministic: true);
            using var command = connection.CreateCommand();
            command.CommandText = string.Create(
                CultureInfo.InvariantCulture,
                $"PRAGMA busy_timeout = {(int)_options.BusyTimeout.TotalMilliseconds}; PRAGMA journal_mode = WAL; PRAGMA synchronous = {(_options.Durability is Durability.Strict ? "FULL" : "NORMAL")}; PRAGMA cache_size = -16384; PRAGMA wal_autocheckpoint = 4000");
            command.ExecuteNonQuery();
            SqliteSchema.Ensure(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
