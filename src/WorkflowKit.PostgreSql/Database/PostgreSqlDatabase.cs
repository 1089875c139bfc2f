using System.Data.Common;
using Npgsql;

namespace WorkflowKit.PostgreSql.Database;

/// <summary>One database: its schema, a pool of connections, and two that are not of the pool.</summary>
internal sealed class PostgreSqlDatabase : IDisposable
{
    private const int MostPrepared = 60;
    private const int LongestConnect = 10;

    private readonly NpgsqlDataSource _pool;
    private readonly NpgsqlDataSource _single;
    private readonly SemaphoreSlim _preparing = new(1, 1);
    private readonly string _schema;
    private volatile bool _isReady;

    /// <exception cref="ArgumentException">The connection string names no server.</exception>
    internal PostgreSqlDatabase(PostgreSqlStoreOptions options)
    {
        _schema = options.Schema;
        Names = new PostgreSqlNames(options.Schema);
        var parts = Parse(options.ConnectionString);
        Name = $"PostgreSQL database {parts.Database ?? parts.Username} at {parts.Host}";
        _pool = SourceOf(parts);
        parts.Pooling = false;
        // A host that cannot connect must know so while its lease lasts.
        var longest = Math.Clamp((int)(options.LeaseDuration.TotalSeconds / 3), 1, LongestConnect);
        parts.Timeout = parts.Timeout == 0 ? longest : Math.Min(parts.Timeout, longest);
        _single = SourceOf(parts);
        Logs = new PostgreSqlLine(this);
        Leases = new PostgreSqlLine(this);
    }

    /// <summary>Which one it is, for the host's log.</summary>
    internal string Name { get; }

    internal PostgreSqlNames Names { get; }

    /// <summary>Writes logs.</summary>
    internal PostgreSqlLine Logs { get; }

    /// <summary>Renews leases, however busy the pool is.</summary>
    internal PostgreSqlLine Leases { get; }

    /// <summary>A connection of the pool, to a database that has the schema.</summary>
    internal ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken) => OpenAsync(_pool, cancellationToken);

    /// <summary>A connection of its own, which frees what it holds soon after its host is cut off.</summary>
    internal async ValueTask<NpgsqlConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(_single, cancellationToken).ConfigureAwait(false);
        try
        {
            // A transaction that was half sent when its host lost the network would hold its locks until the server notices, by default for hours.
            await new SqlBatch("SET tcp_keepalives_idle = 10").Add("SET tcp_keepalives_interval = 3").Add("SET tcp_keepalives_count = 3")
                // The few statements that it runs are planned once: what they are given never changes how they are best answered.
                .Add("SET plan_cache_mode = force_generic_plan")
                .RunAsync(connection, Names, static _ => ValueTask.FromResult(true), CancellationToken.None).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Asks something of a connection of the pool.</summary>
    /// <param name="statements">What to send.</param>
    /// <param name="read">Reads the answers.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal async Task<T> QueryAsync<T>(SqlBatch statements, Func<NpgsqlDataReader, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
            return await statements.RunAsync(connection, Names, read, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The rows of the first answer.</summary>
    internal Task<List<T>> RowsAsync<T>(SqlBatch statements, Func<DbDataReader, T> row, CancellationToken cancellationToken) =>
        QueryAsync(statements, reader => ReadAsync(reader, row, cancellationToken), cancellationToken);

    /// <summary>Writes on a connection of the pool. Once the statements are sent, their outcome counts.</summary>
    /// <returns>How many rows they changed together.</returns>
    internal Task<int> WriteAsync(SqlBatch statements, CancellationToken cancellationToken) => WriteAsync(
        statements,
        static async reader =>
        {
            while (await reader.NextResultAsync().ConfigureAwait(false))
            {
            }
            return reader.RecordsAffected;
        },
        cancellationToken);

    /// <inheritdoc cref="WriteAsync(SqlBatch, CancellationToken)"/>
    internal async Task<T> WriteAsync<T>(SqlBatch statements, Func<NpgsqlDataReader, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
            return await statements.RunAsync(connection, Names, read, CancellationToken.None).ConfigureAwait(false);
    }

    internal static async ValueTask<List<T>> ReadAsync<T>(NpgsqlDataReader reader, Func<DbDataReader, T> row, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) rows.Add(row(reader));
        return rows;
    }

    public void Dispose()
    {
        Logs.Dispose();
        Leases.Dispose();
        _pool.Dispose();
        _single.Dispose();
    }

    /// <summary>Reads a connection string, and sets what a store needs.</summary>
    /// <exception cref="ArgumentException">It is none, or names no server.</exception>
    internal static NpgsqlConnectionStringBuilder Parse(string connectionString)
    {
        var given = new DbConnectionStringBuilder { ConnectionString = connectionString };
        var parts = new NpgsqlConnectionStringBuilder(connectionString);
        if (string.IsNullOrWhiteSpace(parts.Host)) throw new ArgumentException("The connection string must name a server, such as 'Host=localhost;Database=app;Username=app'.", nameof(connectionString));
        // A transaction around the caller's own work is not the store's: what it acknowledges is durable.
        parts.Enlist = false;
        parts.Multiplexing = false;
        // Nobody leaves anything behind on a connection that is put back.
        parts.NoResetOnClose = true;
        if (!given.ContainsKey("Max Auto Prepare") && !given.ContainsKey("MaxAutoPrepare")) (parts.MaxAutoPrepare, parts.AutoPrepareMinUsages) = (MostPrepared, 2);
        if (string.IsNullOrEmpty(parts.ApplicationName)) parts.ApplicationName = "WorkflowKit";
        return parts;
    }

    /// <summary>
    /// Whatever the server, the database or the user prefers: a statement that waited for a lock has to see what was committed until then, above all who owns an execution.
    /// </summary>
    private static NpgsqlDataSource SourceOf(NpgsqlConnectionStringBuilder parts)
    {
        const string Isolation = "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ COMMITTED";
        return new NpgsqlDataSourceBuilder(parts.ConnectionString).UsePhysicalConnectionInitializer(
            static connection =>
            {
                using var command = new NpgsqlCommand(Isolation, connection);
                command.ExecuteNonQuery();
            },
            static async connection =>
            {
                var command = new NpgsqlCommand(Isolation, connection);
                await using (command.ConfigureAwait(false)) await command.ExecuteNonQueryAsync().ConfigureAwait(false);
            }).Build();
    }

    private async ValueTask<NpgsqlConnection> OpenAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        if (_isReady) return connection;
        try
        {
            await PrepareAsync(connection, cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task PrepareAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await _preparing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (!_isReady) await PostgreSqlSchema.EnsureAsync(connection, _schema, Names, cancellationToken).ConfigureAwait(false);
            _isReady = true;
        }
        finally
        {
            _preparing.Release();
        }
    }
}
