using System.Collections.Concurrent;
using WorkflowKit.Runs;
using WorkflowKit.Tests.Engine.Support;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Engine;

/// <summary>A host that dies at any of the named boundaries changes nothing of how an execution ends; over a store that loses what was not committed.</summary>
public sealed class CrashPointTests
{
    private const int MostTimes = 12;

    public static TheoryData<string> Points => [.. Enum.GetNames<CrashPoint>()];

    [Theory, MemberData(nameof(Points))]
    public async Task A_death_at_any_boundary_leaves_the_same_record(string name)
    {
        var point = Enum.Parse<CrashPoint>(name);
        var drive = Everything();
        var counting = new Counting();
        var undisturbed = await drive.RunAsync(_ => counting);
        counting.Passed.ShouldContainKey(point, "the workflow never comes there");

        for (var time = 1; time <= Math.Min(counting.Passed[point], MostTimes); time++)
        {
            var outcome = await drive.RunAsync(host => host == 0 ? new Death(point, time) : null);

            outcome.ShouldBe(undisturbed, $"dead at {point} the {time}. time");
        }
    }

    [Theory, MemberData(nameof(Points))]
    public async Task Deaths_at_the_same_boundary_of_host_after_host_leave_the_same_record(string name)
    {
        var point = Enum.Parse<CrashPoint>(name);
        var drive = Everything();
        var undisturbed = await drive.RunAsync(_ => null);

        (await drive.RunAsync(host => host < 6 ? new Death(point, host + 1) : null)).ShouldBe(undisturbed);
    }

    [Theory, MemberData(nameof(Points))]
    public async Task A_death_while_steps_are_undone_undoes_each_once(string name)
    {
        var point = Enum.Parse<CrashPoint>(name);
        var drive = new CrashDrive(new Script().Fails("pay"), Workflows.Compensating("flow"));
        var undisturbed = await drive.RunAsync(_ => null);
        undisturbed.Record.ShouldContain("unbook Completed");

        for (var time = 1; time <= 4; time++) (await drive.RunAsync(host => host == 0 ? new Death(point, time) : null)).ShouldBe(undisturbed, $"the {time}. time");
    }

    [Theory, MemberData(nameof(Points))]
    public async Task A_death_while_a_workflow_whose_time_is_over_is_undone_undoes_each_once(string name)
    {
        var point = Enum.Parse<CrashPoint>(name);
        var drive = new CrashDrive(new(), Workflows.RunningOutOfTime("flow"));
        var undisturbed = await drive.RunAsync(_ => null);
        undisturbed.Record.ShouldStartWith("Failed");
        undisturbed.Record.ShouldContain("unbook Completed");

        for (var time = 1; time <= 10; time++) (await drive.RunAsync(host => host == 0 ? new Death(point, time) : null)).ShouldBe(undisturbed, $"the {time}. time");
    }

    private static CrashDrive Everything() => new(
        new Script { Yields = true }.Fails("bad").On("first", (context, _) => context.Attempt == 1 ? throw new InvalidDataException("once") : new("x")),
        Workflows.Everything("flow", "child"), Workflows.Sequence("child", "c1", "c2"));

    private sealed class Counting : ICrashPoints
    {
        internal ConcurrentDictionary<CrashPoint, int> Passed { get; } = [];

        public ValueTask PassAsync(CrashPoint point, string executionId)
        {
            Passed.AddOrUpdate(point, 1, static (_, times) => times + 1);
            return default;
        }
    }
}
