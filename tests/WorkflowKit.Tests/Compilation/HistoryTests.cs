using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using WorkflowKit.Tests.Hosting;

namespace WorkflowKit.Tests.Compilation;

/// <summary>Nothing that a finished execution leaves in the store may be of a program's own types: it would keep the program loaded for ever.</summary>
public sealed class HistoryTests
{
    [Theory]
    [InlineData("""{ "id": "s", "type": "set", "with": { "a": "${{ inputs.order.lines }}", "b": "${{ [1, 2].map(x, x + 1) }}", "c": [], "d": "${{ inputs.order }}" } }""")]
    [InlineData("""{ "id": "s", "type": "forEach", "items": "inputs.order.lines", "as": "line", "steps": [ { "id": "t", "type": "set", "with": "${{ line }}" } ] }""")]
    [InlineData("""{ "id": "s", "type": "test.greet", "with": { "name": "${{ inputs.order.lines[0].sku }}" }, "compensate": [ { "id": "u", "type": "log", "message": "undone" } ] }""")]
    [InlineData("""{ "id": "s", "type": "parallel", "mode": "first", "branches": [ { "id": "x", "steps": [ { "id": "t", "type": "set", "with": { "v": [1] } } ] }, { "id": "y", "steps": [ { "id": "u", "type": "set", "with": 2 } ] } ] }""")]
    [InlineData("""{ "id": "s", "type": "parallel", "branches": [ { "id": "x", "steps": [ { "id": "t", "type": "set", "with": { "v": [1] } } ] }, { "id": "y", "steps": [ { "id": "u", "type": "set", "with": 2 } ] } ] }""")]
    [InlineData("""{ "id": "s", "type": "try", "steps": [ { "id": "t", "type": "fail", "message": "no", "code": "c" } ], "catch": [ { "steps": [ { "id": "u", "type": "set", "with": "${{ error.message }}" } ] } ] }""")]
    [InlineData("""{ "id": "s", "type": "set", "with": "${{ inputs.order.lines[7].sku }}", "onError": "continue" }""")]
    public async Task A_program_unloads_though_the_store_keeps_its_runs(string step)
    {
        await using var services = new ServiceCollection().AddWorkflowKit(kit => kit.AddStep<Greet>()).BuildServiceProvider();
        var program = await RunAndReplaceAsync(services, step);

        // What runs here may have been called by the program's last step: its frames have to go first.
        await Task.Yield();
        Unloading.Wait(program);

        program.IsAlive.ShouldBeFalse();
        (await services.GetRequiredService<IExecutionEngine>().QueryAsync(cancellationToken: TestContext.Current.CancellationToken)).Items.ShouldHaveSingleItem();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> RunAndReplaceAsync(IServiceProvider services, string step)
    {
        var registry = services.GetRequiredService<IWorkflowRegistry>();
        var result = await registry.SaveAsync(Definition(step), cancellationToken: TestContext.Current.CancellationToken);
        result.Succeeded.ShouldBeTrue(string.Join('\n', result.Diagnostics));
        var program = await ProgramAsync(registry);
        await services.GetRequiredService<IExecutionEngine>().RunAsync(
            "kept", """{ "order": { "id": "A-17", "lines": [ { "sku": "x", "count": 2 } ] } }""", cancellationToken: TestContext.Current.CancellationToken);
        await registry.SaveAsync(Definition("""{ "id": "other", "type": "log", "message": "other" }"""), cancellationToken: TestContext.Current.CancellationToken);
        return program;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> ProgramAsync(IWorkflowRegistry registry)
    {
        using var lease = await registry.LeaseAsync("kept", cancellationToken: TestContext.Current.CancellationToken);
        return new WeakReference(lease.ShouldNotBeNull().Workflow.GetType().Assembly);
    }

    private static string Definition(string step) =>
        $$"""
        {
          "id": "kept",
          "inputs": {
            "type": "object",
            "properties": {
              "order": {
                "type": "object",
                "properties": {
                  "id": { "type": "string" },
                  "lines": { "type": "array", "items": { "type": "object", "properties": { "sku": { "type": "string" }, "count": { "type": "integer" } }, "required": ["sku"] } }
                },
                "required": ["id", "lines"]
              }
            },
            "required": ["order"]
          },
          "steps": [ {{step}} ]
        }
        """;
}
