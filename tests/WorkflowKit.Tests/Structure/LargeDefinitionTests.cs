using System.Diagnostics;

namespace WorkflowKit.Tests.Structure;

/// <summary>Definitions come from strangers: the largest that the reader lets through must not hold the host up.</summary>
public sealed class LargeDefinitionTests
{
    private const int Steps = 2_000;

    [Fact]
    public void Many_steps_with_many_edges_are_checked_in_short_time()
    {
        var steps = Enumerable.Range(0, Steps).Select(i =>
            $$"""{"id":"s{{i}}","type":"set","with":1,"after":[{{string.Join(',', Enumerable.Range(Math.Max(0, i - 60), Math.Min(i, 60)).Select(at => $"\"s{at}\""))}}]}""");

        Time(() => Structures.OfSteps(string.Join(',', steps)).ShouldBeEmpty()).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void A_circle_through_all_steps_is_found_in_short_time()
    {
        var steps = Enumerable.Range(0, Steps).Select(i => $$"""{"id":"s{{i}}","type":"set","with":1,"after":["s{{(i + 1) % Steps}}"]}""");

        Time(() => Structures.OfSteps(string.Join(',', steps)).ShouldBe(["WK3003 /steps/0/after/0"])).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    private static TimeSpan Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start);
    }
}
