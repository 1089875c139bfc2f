using Microsoft.Extensions.DependencyInjection;

namespace WorkflowKit.Tests.Compilation;

// Alone: what other tests allocate at the same time would count.
[CollectionDefinition(nameof(ReplacementTests), DisableParallelization = true)]
[Collection(nameof(ReplacementTests))]
public sealed class ReplacementTests
{
    private const long MostBytes = 8 * 1024 * 1024;
    private const int MostContexts = 20;

    [Fact]
    public async Task Two_thousand_replacements_leave_memory_and_load_contexts_flat()
    {
        await using var services = new ServiceCollection().AddWorkflowKit().BuildServiceProvider();
        await ReplaceAsync(services, 0, 200);
        var before = LiveBytes();

        await ReplaceAsync(services, 200, 2_200);

        // The runtime may still be compiling for the last ones on a thread of its own; what it is done with goes at the next collection.
        for (var deadline = Environment.TickCount64 + 60_000; (LiveBytes() - before > MostBytes || LiveContexts() >= MostContexts) && Environment.TickCount64 < deadline;)
            await Task.Yield();
        (LiveBytes() - before).ShouldBeLessThan(MostBytes, "the store keeps the texts of all versions, and nothing else may stay");
        LiveContexts().ShouldBeLessThan(MostContexts);
    }

    private static async Task ReplaceAsync(IServiceProvider services, int from, int to)
    {
        var registry = services.GetRequiredService<IWorkflowRegistry>();
        var engine = services.GetRequiredService<IExecutionEngine>();
        for (var i = from; i < to; i++)
        {
            var result = await registry.SaveAsync(
                $$$"""{ "id": "replaced", "steps": [ { "id": "version", "type": "set", "with": {{{i}}} } ], "outputs": "${{ steps.version.output }}" }""",
                cancellationToken: TestContext.Current.CancellationToken);
            result.Succeeded.ShouldBeTrue(string.Join('\n', result.Diagnostics));
            if (i % 100 != 0)
                continue;

            var record = await engine.RunAsync("replaced", cancellationToken: TestContext.Current.CancellationToken);
            record.Outputs.ShouldNotBeNull().GetInt32().ShouldBe(i);
        }
    }

    private static long LiveBytes()
    {
        for (var round = 0; round < 5; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static int LiveContexts() => AppDomain.CurrentDomain.GetAssemblies().Count(assembly =>
        assembly.GetName().Name == "WorkflowKit.Compiled" && assembly.GetType("WorkflowKit.Compiled.ReplacedWorkflow") is not null);
}
