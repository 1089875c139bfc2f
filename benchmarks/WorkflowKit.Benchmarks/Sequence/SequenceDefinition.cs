namespace WorkflowKit.Benchmarks.Sequence;

/// <summary>A definition of no-op steps one after the other.</summary>
internal static class SequenceDefinition
{
    public static string Text(int steps) =>
        $$"""
        { "id": "{{Id(steps)}}", "steps": [ {{string.Join(",\n", Enumerable.Range(0, steps).Select(i => $$"""{ "id": "s{{i}}", "type": "bench.noop", "with": { "number": 1 } }"""))}} ] }
        """;

    public static string Id(int steps) => $"sequence-{steps}";
}
