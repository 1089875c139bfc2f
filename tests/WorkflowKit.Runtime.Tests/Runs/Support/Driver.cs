using System.Text.Json;
using WorkflowKit.Runs;

namespace WorkflowKit.Tests.Runs.Support;

/// <summary>Does what an engine does between runs: waits for timers, answers inputs, ends children; until the execution ends.</summary>
internal static class Driver
{
    internal static async Task<RunOutcome> RunToEndAsync(RunHost host, Flow flow, IReadOnlyList<ProgressEvent> recorded)
    {
        for (var runs = 0; runs < 2000; runs++)
        {
            var run = host.Prepare(flow, recorded);
            run.DeliverInput("ask", JsonElement.Parse("""{"approved":true}"""), "ann");
            run.DeliverChild("child", new(JsonElement.Parse("""{"sum":3}"""), null));
            var outcome = await run.ExecuteAsync().WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
            if (outcome.Kind is not RunOutcomeKind.Suspended) return outcome;
            recorded = host.Log.Entries;
            if (outcome.DueAt is { } due && due > host.Time.GetUtcNow()) host.Time.SetUtcNow(due);
        }

        throw new InvalidOperationException($"The execution does not end:\n{string.Join('\n', host.Events)}");
    }
}
