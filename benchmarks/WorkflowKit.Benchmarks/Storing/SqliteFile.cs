using Microsoft.Data.Sqlite;

namespace WorkflowKit.Benchmarks.Storing;

/// <summary>A SQLite file for the measurements, with every commit on the disk.</summary>
internal sealed class SqliteFile : IDatabase
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workflowkit-benchmarks-");
    private readonly SqliteConnection _raw;
    private long _rows;

    internal SqliteFile()
    {
        _raw = new SqliteConnection($"Data Source={Path.Combine(_folder.FullName, "raw.db")};Pooling=False");
        _raw.Open();
        Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16384; CREATE TABLE rows (number INTEGER PRIMARY KEY, body TEXT NOT NULL)");
    }

    public string Name => "SQLite";

    public void Use(WorkflowKitBuilder kit) => kit.UseSqlite($"Data Source={Path.Combine(_folder.FullName, "workflows.db")}");

    public Task InsertAsync(IReadOnlyList<byte[]> bodies, int rowsPerCommit)
    {
        using var insert = _raw.CreateCommand();
        insert.CommandText = "INSERT INTO rows (number, body) VALUES ($number, $body)";
        var number = insert.Parameters.Add("$number", SqliteType.Integer);
        var body = insert.Parameters.Add("$body", SqliteType.Blob);
        insert.Prepare();
        for (var first = 0; first < bodies.Count; first += rowsPerCommit)
        {
            using var transaction = _raw.BeginTransaction(deferred: false);
            insert.Transaction = transaction;
            for (var i = first; i < Math.Min(bodies.Count, first + rowsPerCommit); i++)
            {
                (number.Value, body.Value) = (++_rows, bodies[i]);
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
