using BenchmarkDotNet.Attributes;
using WorkflowKit.Benchmarks.Ratios;

namespace WorkflowKit.Benchmarks.Sequence;

/// <summary>A run of no-op steps, beside a hand-written method.</summary>
[MemoryDiagnoser]
public class SequenceBenchmarks
{
    private Kit _kit = null!;
    private HandWritten _byHand = null!;

    /// <summary>How many steps the workflow has.</summary>
    [Params(10, 100)]
    public int Steps { get; set; }

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _kit = await Kit.WithAsync(SequenceDefinition.Text(Steps));
        _byHand = new HandWritten(Steps);
    }

    [GlobalCleanup]
    public async Task CleanupAsync() => await _kit.DisposeAsync();

    [Benchmark(Baseline = true)]
    public async Task<int> HandWritten() => (await _byHand.RunAsync(CancellationToken.None)).Count;

    [Benchmark]
    public Task<ExecutionRecord> Workflow() => _kit.RunAsync(SequenceDefinition.Id(Steps));
}
