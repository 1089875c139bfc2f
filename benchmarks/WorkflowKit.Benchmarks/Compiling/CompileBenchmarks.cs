using BenchmarkDotNet.Attributes;
using WorkflowKit.Benchmarks.Ratios;
using WorkflowKit.Definitions;

namespace WorkflowKit.Benchmarks.Compiling;

/// <summary>A warm compile of twenty steps, beside Roslyn alone on the same C#.</summary>
[MemoryDiagnoser]
public class CompileBenchmarks
{
    private Kit _kit = null!;
    private string _csharp = "";
    private int _version;

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _kit = await Kit.WithAsync(TwentySteps.Text(0));
        _csharp = (await _kit.Registry.FindAsync("twenty-steps"))!.CSharp!;
    }

    [GlobalCleanup]
    public async Task CleanupAsync() => await _kit.DisposeAsync();

    [Benchmark(Baseline = true)]
    public void Roslyn() => RoslynAlone.Compile(_csharp);

    [Benchmark]
    public async Task<bool> Compile()
    {
        var read = WorkflowReader.Read(new SourceText(TwentySteps.Text(++_version), "twenty-steps.workflow.json"));
        var result = await _kit.Compiler.CompileAsync(read.Definition!);
        result.Program!.Dispose();
        return result.Succeeded;
    }

    [Benchmark]
    public async Task<bool> SaveUnchanged() => (await _kit.Registry.SaveAsync(TwentySteps.Text(0))).Succeeded;
}
