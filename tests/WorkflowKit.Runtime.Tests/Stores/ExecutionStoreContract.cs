using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using WorkflowKit.Log;
using WorkflowKit.Stores;

namespace WorkflowKit.Tests.Stores;

/// <summary>What every store promises. A store's tests inherit this class and pass.</summary>
public abstract partial class ExecutionStoreContract
{
    private int _created;

    private protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    private protected abstract IExecutionStore Store { get; }

    private protected ExecutionHeader Header(string workflowId = "orders", string? startKey = null, string inputs = "{}", string? parentId = null, string? userId = null) => new()
    {
        Id = $"execution-{++_created:0000}",
        WorkflowId = workflowId,
        WorkflowName = workflowId.ToUpperInvariant(),
        DefinitionHash = "hash",
        Inputs = JsonElement.Parse(inputs),
        CreatedAt = Clock.GetUtcNow(),
        StartKey = startKey,
        ParentId = parentId,
        UserId = userId,
    };

    private protected async Task<IExecutionLog> RunningAsync(string owner = "a", ExecutionHeader? header = null)
    {
        var created = await Store.CreateAsync(header ?? Header(), owner);
        created.Log!.Append(Started());
        await created.Log.CommitAsync(new ExecutionChange(ExecutionStatus.Running));
        return created.Log;
    }

    private protected async Task<IExecutionLog> FinishedAsync(ExecutionHeader? header = null, DateTimeOffset? purgeAt = null)
    {
        var log = await RunningAsync(header: header);
        log.Append(Completed());
        await log.CommitAsync(new ExecutionChange(ExecutionStatus.Completed) { PurgeAt = purgeAt });
        return log;
    }

    private protected ProgressEvent Started() => new ExecutionStarted(Clock.GetUtcNow(), "orders", []);

    private protected ProgressEvent Completed() => new ExecutionCompleted(Clock.GetUtcNow(), JsonElement.Parse("1"), TimeSpan.Zero);

    private protected ProgressEvent Line(string text) => new LogWritten(Clock.GetUtcNow(), Microsoft.Extensions.Logging.LogLevel.Information, text);

    private protected ControlRequest Ask(string id, ControlKind kind) => new(id, kind, Clock.GetUtcNow());

    private protected async Task<IReadOnlyList<string>> DueAsync(string owner = "b") => (await Store.FindDueAsync(owner, 100)).Ids;
}
