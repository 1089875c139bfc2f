using Microsoft.Data.Sqlite;

namespace WorkflowKit.Benchmarks.Storing;

/// <summary>A SQLite file for the measurements, with every commit on the disk.</summary>
internal sealed class SqliteFile : IDatabase
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workflowkit-benchmarks-");
    private readonly SqliteConnection _raw;
    private long _rows;
    private long _logs;

    internal SqliteFile()
    {
        _raw = new SqliteConnection($"Data Source={Path.Combine(_folder.FullName, "raw.db")};Pooling=False");
        _raw.Open();
        Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16384; CREATE TABLE rows (number INTEGER PRIMARY KEY, body TEXT NOT NULL); CREATE TABLE logs (log INTEGER, place INTEGER, body TEXT NOT NULL, UNIQUE (log, place))");
    }

    public string Name => "SQLite";

    public void Use(WorkflowKitBuilder kit) => kit.UseSqlite($"Data Source={Path.Combine(_folder.FullName, "workflows.db")}");

    public Task InsertAsync(IReadOnlyList<byte[]> bodies, int rowsPerCommit) =>
        InsertAsync("INSERT INTO rows (body, number) VALUES ($1, $2)", bodies, rowsPerCommit, (values, _) => values[1].Value = ++_rows);

    public async Task InsertLogsAsync(IReadOnlyList<byte[]> bodies, int rowsPerCommit)
    {
        await InsertAsync("INSERT INTO logs (body, log, place) VALUES ($1, $2, $3)", bodies, rowsPerCommit, (values, row) =>
        {
            values[1].Value = _logs + row % rowsPerCommit;
            values[2].Value = row / rowsPerCommit;
        });
        _logs += rowsPerCommit;
    }

    private Task InsertAsync(string sql, IReadOnlyList<byte[]> bodies, int rowsPerCommit, Action<SqliteParameterCollection, int> setKey)
    {
        using var insert = _raw.CreateCommand();
        insert.CommandText = sql;
        for (var number = 1; sql.Contains($"${number}", StringComparison.Ordinal); number++) insert.Parameters.Add($"${number}", number == 1 ? SqliteType.Blob : SqliteType.Integer);
        insert.Prepare();
        for (var first = 0; first < bodies.Count; first += rowsPerCommit)
        {
            using var transaction = _raw.BeginTransaction(deferred: false);
            insert.Transaction = transaction;
            for (var row = first; row < Math.Min(bodies.Count, first + rowsPerCommit); row++)
            {
                insert.Parameters[0].Value = bodies[row];
                setKey(insert.Parameters, row);
                insert.ExecuteNonQuery();
            }
            transaction.Commit();
        }
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _raw.Dispose();
        _folder.Delete(recursive: true);
        return default;
    }

    private void Run(string sql)
    {
        using var command = _raw.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
