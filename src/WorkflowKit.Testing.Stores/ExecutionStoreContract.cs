using System.Text.Json;
using WorkflowKit.Log;
using WorkflowKit.Stores;

namespace WorkflowKit.Testing.Stores;

/// <summary>
/// What every <see cref="IExecutionStore"/> promises, as xUnit tests. A store's own test class inherits this one, gives its store over <see cref="Clock"/>,
/// and passes. xUnit makes one instance for each test: each test needs an empty store of its own.
/// </summary>
public abstract partial class ExecutionStoreContract
{
    private int _created;

    /// <summary>The time of the test; the store must go by it.</summary>
    protected VirtualTime Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    /// <summary>The store under test: the same one for the whole of a test, empty at its start.</summary>
    protected abstract IExecutionStore Store { get; }

    private protected ExecutionHeader Header(string workflowId = "orders", string? startKey = null, string inputs = "{}", string? parentId = null, string? userId = null, string[]? tags = null, string? id = null, string hash = "hash") => new()
    {
        Id = id ?? $"execution-{Interlocked.Increment(ref _created):0000}",
        WorkflowId = workflowId,
        WorkflowName = workflowId.ToUpperInvariant(),
        DefinitionHash = hash,
        Inputs = SampleLog.Json(inputs),
        CreatedAt = Clock.GetUtcNow(),
        StartKey = startKey,
        ParentId = parentId,
        UserId = userId,
        Tags = tags ?? [],
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
