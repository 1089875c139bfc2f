using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using WorkflowKit.Benchmarks.Sequence;
using WorkflowKit.Stores;

namespace WorkflowKit.Benchmarks.Ratios;

/// <summary>A host with the no-op step, an in-memory store unless it is given another, and nothing else.</summary>
internal sealed class Kit(Action<WorkflowKitBuilder>? configure = null) : IAsyncDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddWorkflowKit(kit =>
    {
        kit.AddStep<NoOp>();
        configure?.Invoke(kit);
    }).BuildServiceProvider();

    public IExecutionStore Store => _services.GetRequiredService<IExecutionStore>();

    public IWorkflowRegistry Registry => _services.GetRequiredService<IWorkflowRegistry>();

    public IWorkflowCompiler Compiler => _services.GetRequiredService<IWorkflowCompiler>();

    public IWorkflowLanguageService Language => _services.GetRequiredService<IWorkflowLanguageService>();

    public IExecutionEngine Engine => _services.GetRequiredService<IExecutionEngine>();

    /// <summary>A host in which this definition is saved already.</summary>
    public static async Task<Kit> WithAsync(string definition)
    {
        var kit = new Kit();
        var result = await kit.Registry.SaveAsync(definition);
        return result.Succeeded ? kit : throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }

    public async Task<ExecutionRecord> RunAsync(string workflowId, JsonElement inputs = default)
    {
        var record = await Engine.RunAsync(workflowId, inputs);
        return record.Status is ExecutionStatus.Completed or ExecutionStatus.Paused ? record : throw new InvalidOperationException(record.Error?.Message);
    }

    /// <summary>Starts the engine and waits until a workflow has no execution left to run.</summary>
    public async Task UntilNoneIsUnfinishedAsync(string workflowId)
    {
        await Engine.RunAsync(workflowId, default(JsonElement));
        var unfinished = new ExecutionQuery { WorkflowId = workflowId, Statuses = [ExecutionStatus.Pending, ExecutionStatus.Running, ExecutionStatus.Paused], Limit = 1 };
        while ((await Engine.QueryAsync(unfinished)).Items.Count > 0) await Task.Delay(10);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
