using WorkflowKit.Benchmarks.Compiling;
using WorkflowKit.Benchmarks.Measuring;
using WorkflowKit.Definitions;

namespace WorkflowKit.Benchmarks.Ratios;

/// <summary>What a warm compile costs, beside Roslyn alone on the same source, and what a save costs that changes nothing.</summary>
internal static class CompileRatio
{
    private const int Saves = 1_000;

    public static async Task RunAsync()
    {
        await using var kit = await Kit.WithAsync(TwentySteps.Text(0));
        var version = 0;
        var csharp = "";

        var results = await Stopclock.CompareUncollectedAsync(
            rounds: 41,
            units: 1,
            async () =>
            {
                var read = WorkflowReader.Read(new SourceText(TwentySteps.Text(++version), "twenty-steps.workflow.json"));
                var compiled = await kit.Compiler.CompileAsync(read.Definition!);
                csharp = compiled.CSharp!;
                compiled.Program!.Dispose();
            },
            () =>
            {
                RoslynAlone.Compile(csharp);
                return Task.CompletedTask;
            });
        var saves = await Stopclock.CompareAsync(rounds: 11, units: Saves, async () =>
        {
            for (var i = 0; i < Saves; i++)
                await kit.Registry.SaveAsync(TwentySteps.Text(0));
        });

        Report.Time("(b) warm compile of 20 steps, vs Roslyn alone on the same source", results[0].Nanoseconds, results[1].Nanoseconds, "1.3x");
        Report.Time("(c) save that changes nothing, vs a compile", saves[0].Nanoseconds, results[0].Nanoseconds, "1 %");
    }
}
