using WorkflowKit.Benchmarks.Expressions;
using WorkflowKit.Benchmarks.Measuring;

namespace WorkflowKit.Benchmarks.Ratios;

/// <summary>What evaluating expressions costs, beside the same by hand in C#.</summary>
internal static class ExpressionRatio
{
    private const int Rounds = 13;
    private const int Times = 20_000;

    public static async Task RunAsync()
    {
        await CompareAsync("static", StaticExpressions.Over(OrderInputs.Sample, SampleOrder.Value), "1.5x");
        await CompareAsync("dynamic", DynamicExpressions.Over(SampleOrder.Value.Body), "3x");
    }

    private static async Task CompareAsync(string kind, IReadOnlyList<ExpressionCase> cases, string target)
    {
        var (emitted, _) = EmittedExpressions.Compile(cases);
        var works = cases.SelectMany((one, i) => one.Works(emitted[i], Times) is var (ours, byHand) ? new[] { ours, byHand } : []).ToArray();
        var results = await Stopclock.CompareAsync(Rounds, Times, works);
        for (var i = 0; i < cases.Count; i++)
        {
            Report.Time($"(k) {cases[i].Template}", results[2 * i].Nanoseconds, results[2 * i + 1].Nanoseconds, target);
            Report.Bytes("    its bytes", results[2 * i].Bytes, results[2 * i + 1].Bytes, target);
        }

        // The geometric mean: each expression counts alike, however long it takes.
        var mean = Math.Exp(Enumerable.Range(0, cases.Count).Average(i => Math.Log(results[2 * i].Nanoseconds / results[2 * i + 1].Nanoseconds)));
        Report.Time($"(k) {cases.Count} {kind} expressions, geometric mean of the ratios", mean, 1, target);
    }
}
