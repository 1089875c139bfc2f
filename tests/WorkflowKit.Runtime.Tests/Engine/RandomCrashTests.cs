using WorkflowKit.Tests.Engine.Support;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Engine;

/// <summary>What holds for every workflow, wherever its hosts die.</summary>
public sealed class RandomCrashTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory, MemberData(nameof(Seeds))]
    public async Task A_workflow_cut_off_at_random_ends_as_if_nothing_had_happened(int seed)
    {
        var (flow, script) = RandomFlow.Grow(seed, isSteady: true);
        var drive = new CrashDrive(script, new TestWorkflow("flow", flow.Steps, flow.RunAsync));
        var undisturbed = await drive.RunAsync(_ => null);

        for (var round = 0; round < 2; round++)
        {
            var random = new Random(seed * 10 + round);
            var lives = Enumerable.Range(0, 5).Select(_ => random.Next(1, 30)).ToArray();
            var cut = await drive.RunAsync(host => host < lives.Length ? new Death(_ => Interlocked.Decrement(ref lives[host]) <= 0) : null);

            cut.ShouldBe(undisturbed, $"seed {seed}, round {round}");
        }
    }
}
