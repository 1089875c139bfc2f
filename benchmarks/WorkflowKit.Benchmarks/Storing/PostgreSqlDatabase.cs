using System.Text;
using Npgsql;
using NpgsqlTypes;
using WorkflowKit.TestServers;

namespace WorkflowKit.Benchmarks.Storing;

/// <summary>A PostgreSQL server for the measurements, as it comes.</summary>
internal sealed class PostgreSqlDatabase : IDatabase
{
    private readonly PostgreSqlServer _server;
    private readonly NpgsqlConnection _raw;
    private long _rows;
    private long _logs;

    private PostgreSqlDatabase(PostgreSqlServer server, NpgsqlConnection raw) => (_server, _raw) = (server, raw);

    public string Name => "PostgreSQL";

    /// <summary>Starts one; <see langword="null"/>: none is installed.</summary>
    public static async Task<PostgreSqlDatabase?> StartAsync()
    {
        if (PostgreSqlServer.FindBinaries() is not { } binaries) return null;
        var server = await PostgreSqlServer.StartNewAsync(binaries);
        var raw = new NpgsqlConnection(server.ConnectionString);
        await raw.OpenAsync();
        await using var create = new NpgsqlCommand(
            "CREATE TABLE rows (number BIGINT PRIMARY KEY, body TEXT NOT NULL); CREATE TABLE logs (log BIGINT, place INT, body TEXT NOT NULL, PRIMARY KEY (log, place))", raw);
        await create.ExecuteNonQueryAsync();
        return new PostgreSqlDatabase(server, raw);
    }

    public void Use(WorkflowKitBuilder kit) => kit.UsePostgreSql(_server.ConnectionString);

    public async Task InsertAsync(IReadOnlyList<byte[]> bodies, int rowsPerCommit)
    {
        await using var insert = new NpgsqlCommand("INSERT INTO rows (number, body) SELECT * FROM unnest($1, $2)", _raw);
        var numbers = insert.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
        var texts = insert.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        foreach (var rows in bodies.Chunk(rowsPerCommit))
        {
            numbers.Value = rows.Select(_ => ++_rows).ToArray();
            texts.Value = rows.Select(Encoding.UTF8.GetString).ToArray();
            await insert.ExecuteNonQueryAsync();
        }
    }

    public async Task InsertLogsAsync(IReadOnlyList<byte[]> bodies, int rowsPerCommit)
    {
        await using var insert = new NpgsqlCommand("INSERT INTO logs (log, place, body) SELECT * FROM unnest($1, $2, $3)", _raw);
        var logs = insert.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
        var places = insert.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer });
        var texts = insert.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        var place = 0;
        foreach (var rows in bodies.Chunk(rowsPerCommit))
        {
            logs.Value = Enumerable.Range(0, rows.Length).Select(log => _logs + log).ToArray();
            places.Value = Enumerable.Repeat(place++, rows.Length).ToArray();
            texts.Value = rows.Select(Encoding.UTF8.GetString).ToArray();
            await insert.ExecuteNonQueryAsync();
        }
        _logs += rowsPerCommit;
    }

    public async ValueTask DisposeAsync()
    {
        await _raw.DisposeAsync();
        await _server.DisposeAsync();
    }
}
