namespace WorkflowKit.TestServers;

/// <summary>
/// The PostgreSQL server of a test run: the one that WORKFLOWKIT_POSTGRES names, or one of its own, started when the first test asks and gone at the end. Where there is
/// neither, the tests that ask are skipped; on continuous integration (CI=true) they fail.
/// </summary>
public sealed class PostgreSqlFixture : IAsyncDisposable
{
    private readonly Lazy<Task<string>> _connectionString;
    private PostgreSqlServer? _own;

    public PostgreSqlFixture() => _connectionString = new(StartAsync);

    /// <summary>Whether the server is one that was there before, and stays.</summary>
    public bool IsShared => _own is null;

    /// <summary>How to connect to the server, as somebody who may do everything in a database.</summary>
    public Task<string> ConnectionStringAsync() => _connectionString.Value;

    /// <summary>A server that the asking test alone has, so that it can stop it.</summary>
    public static Task<PostgreSqlServer> StartOwnAsync() => PostgreSqlServer.StartNewAsync(PostgreSqlServer.FindBinaries() ?? throw Missing());

    public async ValueTask DisposeAsync()
    {
        if (_own is not null) await _own.DisposeAsync();
    }

    private async Task<string> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("WORKFLOWKIT_POSTGRES") is { Length: > 0 } given) return given;
        _own = await StartOwnAsync();
        return _own.ConnectionString;
    }

    private static InvalidOperationException Missing()
    {
        const string reason = "There is no PostgreSQL: install its server, or name one by a connection string in WORKFLOWKIT_POSTGRES.";
        // By this prefix xunit knows a test that skips itself.
        return new InvalidOperationException(Environment.GetEnvironmentVariable("CI") == "true" ? reason : $"$XunitDynamicSkip${reason}");
    }
}
