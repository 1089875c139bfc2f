using static WorkflowKit.Tests.Compilation.CompilerUnderTest;

namespace WorkflowKit.Tests.Compilation;

// Alone: what other tests allocate at the same time would count.
[CollectionDefinition(nameof(ReplacementTests), DisableParallelization = true)]
[Collection(nameof(ReplacementTests))]
public sealed class ReplacementTests
{
    [Fact]
    public async Task Two_thousand_replacements_leave_memory_and_load_contexts_flat()
    {
        var compiler = new CompilerUnderTest();
        await ReplaceAsync(compiler, 0, 200);
        var before = LiveBytes();

        await ReplaceAsync(compiler, 200, 2_200);

        (LiveBytes() - before).ShouldBeLessThan(4 * 1024 * 1024);
        LiveContexts().ShouldBeLessThan(20);
    }

    private static async Task ReplaceAsync(CompilerUnderTest compiler, int from, int to)
    {
        CompilationResult? current = null;
        for (var i = from; i < to; i++)
        {
            var next = await compiler.CompileAsync(Definition("replaced", i));
            await next.Program.ShouldNotBeNull().Workflow.RunAsync(null!);
            current?.Program!.Dispose();
            current = next;
        }

        current!.Program!.Dispose();
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

    private static int LiveContexts() => AppDomain.CurrentDomain.GetAssemblies().Count(assembly => assembly.GetName().Name == "WorkflowKit.Compiled"
        && assembly.GetType("WorkflowKit.Compiled.Wreplaced") is not null);
}
