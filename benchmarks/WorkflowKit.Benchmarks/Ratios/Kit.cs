using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using WorkflowKit.Benchmarks.Sequence;

namespace WorkflowKit.Benchmarks.Ratios;

/// <summary>A host with the no-op step, an in-memory store and nothing else.</summary>
internal sealed class Kit : IAsyncDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddWorkflowKit(kit => kit.AddStep<NoOp>()).BuildServiceProvider();

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

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
