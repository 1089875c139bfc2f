using BenchmarkDotNet.Attributes;
using WorkflowKit.Benchmarks.Ratios;
using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;
using WorkflowKit.Editing;

namespace WorkflowKit.Benchmarks.Editing;

/// <summary>What editors ask after each key press in a large definition.</summary>
[MemoryDiagnoser]
public class EditingBenchmarks
{
    private Kit _kit = null!;
    private SourceText _known = null!;
    private int _offset;
    private int _version;

    [Params(500, 2_000)]
    public int Steps { get; set; }

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _kit = await Kit.WithAsync("""{ "id": "short", "steps": [] }""");
        _known = LargeDefinition.Source(Steps, 0);
        _offset = LargeDefinition.Place(_known);
    }

    [GlobalCleanup]
    public async Task CleanupAsync() => await _kit.DisposeAsync();

    [Benchmark]
    public async Task<IReadOnlyList<Diagnostic>> Diagnostics() => await _kit.Language.DiagnoseAsync(LargeDefinition.Source(Steps, ++_version));

    [Benchmark]
    public async Task<IReadOnlyList<CompletionItem>> Completion() => await _kit.Language.CompleteAsync(LargeDefinition.Source(Steps, ++_version), _offset);

    [Benchmark]
    public async Task<IReadOnlyList<CompletionItem>> CompletionOfTheSameText() => await _kit.Language.CompleteAsync(_known, _offset);

    [Benchmark]
    public async Task<HoverInfo?> Hover() => await _kit.Language.HoverAsync(LargeDefinition.Source(Steps, ++_version), _offset);
}
