using System.Text.Json;
using WorkflowKit.Benchmarks.Measuring;
using WorkflowKit.Benchmarks.Sequence;

namespace WorkflowKit.Benchmarks.Ratios;

/// <summary>What a step costs, beside a hand-written method.</summary>
internal static class SequenceRatio
{
    public static async Task RunAsync(int steps)
    {
        await using var kit = await Kit.WithAsync(SequenceDefinition.Text(steps));
        // As a host would: the engine at hand, the workflow's id a constant.
        var (engine, id) = (kit.Engine, SequenceDefinition.Id(steps));
        var byHand = new HandWritten(steps);
        // Long enough for the collector to come by several times in each: its work is part of the cost, of both.
        var runs = 500_000 / steps;

        var results = await Stopclock.CompareUncollectedAsync(
            rounds: 9,
            units: runs * steps,
            async () =>
            {
                for (var i = 0; i < runs; i++)
                {
                    var record = await engine.RunAsync(id, default(JsonElement));
                    if (record.Status is not ExecutionStatus.Completed) throw new InvalidOperationException(record.Error?.Message);
                }
            },
            async () =>
            {
                for (var i = 0; i < runs; i++)
                    await byHand.RunAsync(CancellationToken.None);
            });

        Report.Time($"(a) {steps} no-op steps, time a step, vs hand-written", results[0].Nanoseconds, results[1].Nanoseconds, "3x");
        Report.Bytes($"(a) {steps} no-op steps, bytes a step, vs hand-written", results[0].Bytes, results[1].Bytes, "3x");
    }
}
