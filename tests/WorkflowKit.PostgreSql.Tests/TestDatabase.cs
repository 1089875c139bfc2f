using Npgsql;
using WorkflowKit.PostgreSql.Database;
using WorkflowKit.PostgreSql.Stores;
using WorkflowKit.TestServers;

[assembly: AssemblyFixture(typeof(PostgreSqlFixture))]

namespace WorkflowKit.PostgreSql.Tests;

/// <summary>A schema of its own in a server, gone at the end of the test.</summary>
internal sealed class TestDatabase(string connectionString, bool isShared) : IAsyncDisposable
{
    private readonly List<IDisposable> _open = [];

    internal string ConnectionString => connectionString;

    internal string Schema { get; } = $"test_{Guid.NewGuid():N}";

    internal static async Task<TestDatabase> CreateAsync(PostgreSqlFixture server) => new(await server.ConnectionStringAsync(), server.IsShared);

    internal PostgreSqlStoreOptions Options(Action<PostgreSqlStoreOptions>? configure = null)
    {
        var options = new PostgreSqlStoreOptions { ConnectionString = connectionString, Schema = Schema };
        configure?.Invoke(options);
        return options;
    }

    /// <summary>A store as one host has it.</summary>
    internal PostgreSqlExecutionStore Open(TimeProvider? time = null, Action<PostgreSqlStoreOptions>? configure = null)
    {
        var options = Options(configure);
        return Own(new PostgreSqlExecutionStore(new PostgreSqlDatabase(options), options, time ?? TimeProvider.System));
    }

    /// <summary>Closes it at the end of the test.</summary>
    internal T Own<T>(T opened)
        where T : IDisposable
    {
        _open.Add(opened);
        return opened;
    }

    /// <summary>Asks the database what no store asks. <c>$</c> stands for the schema.</summary>
    internal async Task<object?> AskAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        await using var command = new NpgsqlCommand(Qualify(sql), connection);
        return await command.ExecuteScalarAsync();
    }

    internal string Qualify(string sql) => sql.Replace("$", Schema, StringComparison.Ordinal);

    internal async Task<NpgsqlConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var opened in _open) opened.Dispose();
        // A server of the run's own goes as a whole.
        if (isShared) await AskAsync("DROP SCHEMA IF EXISTS $ CASCADE");
    }
}
