using System.Text.Json;
using Microsoft.Extensions.Logging;
using WorkflowKit.Log;
using WorkflowKit.TestServers;

namespace WorkflowKit.PostgreSql.Tests;

/// <summary>Tests with a database of their own.</summary>
public abstract class DatabaseTests(PostgreSqlFixture server) : IAsyncLifetime
{
    private protected TestDatabase Database { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync() => Database = await TestDatabase.CreateAsync(server);

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Database?.DisposeAsync() ?? default;
    }

    private protected static ExecutionHeader Header(string id, string? startKey = null, string? userId = null, string workflowName = "Orders", string[]? tags = null) => new()
    {
        Id = id,
        WorkflowId = "orders",
        WorkflowName = workflowName,
        DefinitionHash = "hash",
        Inputs = JsonElement.Parse("{}"),
        CreatedAt = DateTimeOffset.UtcNow,
        StartKey = startKey,
        UserId = userId,
        Tags = tags ?? [],
    };

    private protected static ProgressEvent Line(string text) => new LogWritten(DateTimeOffset.UtcNow, LogLevel.Information, text);
}
