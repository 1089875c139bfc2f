using System.Text.Json;
using BenchmarkDotNet.Attributes;
using WorkflowKit.Schemas;

namespace WorkflowKit.Benchmarks.Schemas;

/// <summary>Checking an order of two kilobytes, beside the same checks by hand and beside parsing it.</summary>
[MemoryDiagnoser]
public class SchemaBenchmarks
{
    private readonly JsonSchema _schema = JsonSchema.Compile(OrderDocument.Schema);
    private readonly JsonElement _order = JsonElement.Parse(OrderDocument.Text);
    private readonly JsonElement _wrong = JsonElement.Parse(OrderDocument.Text.Replace("\"A-20260131\"", "\"\"", StringComparison.Ordinal));

    [Benchmark(Baseline = true)]
    public bool ByHand() => HandWrittenChecks.IsValid(_order);

    [Benchmark]
    public bool IsValid() => _schema.IsValid(_order);

    [Benchmark]
    public SchemaValidationResult Validate() => _schema.Validate(_order);

    [Benchmark]
    public SchemaValidationResult ValidateWrong() => _schema.Validate(_wrong);

    [Benchmark]
    public void Parse() => JsonDocument.Parse(OrderDocument.Text).Dispose();

    [Benchmark]
    public JsonSchema Compile() => JsonSchema.Compile(OrderDocument.Schema);
}
