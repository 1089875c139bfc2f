namespace WorkflowKit.Tests.Fuzzing;

/// <summary>Grown definitions run to an end, and to the same one where hosts stop and others go on. <c>WORKFLOWKIT_FUZZ</c> runs as many as that.</summary>
public sealed class RunFuzzTests(ITestOutputHelper output)
{
    // As many as share a host.
    private const int BatchSize = 50;

    [Fact]
    public async Task Runs_end_as_they_would_without_a_restart()
    {
        var failures = new List<string>();
        foreach (var seeds in FuzzSeeds.Of(few: 10, output).Chunk(BatchSize))
        {
            using var runs = new FuzzedRuns(seeds);
            var whole = await runs.RunAsync(restarts: 0);
            var pieces = await runs.RunAsync(restarts: 3);

            failures.AddRange(runs.Failures);
            foreach (var id in whole.Keys.Where(id => runs.IsInOrder(id) && whole[id] != pieces[id]))
                failures.Add($"{id} ends otherwise after restarts:\n{whole[id]}\n{pieces[id]}\n{runs.TextOf(id)}");
        }

        failures.OrderBy(failure => failure.Length).Take(5).ShouldBeEmpty($"{failures.Count} fail");
    }
}
