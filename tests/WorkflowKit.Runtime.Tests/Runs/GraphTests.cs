using WorkflowKit.Expressions;
using WorkflowKit.Runs;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Runs;

public sealed class GraphTests
{
    private readonly RunHost _host = new();
    private readonly ActivitySlot<Call.Input, Call.Output> _a = Flow.Call("a");
    private readonly ActivitySlot<Call.Input, Call.Output> _b = Flow.Call("b");
    private readonly ActivitySlot<Call.Input, Call.Output> _c = Flow.Call("c");

    [Fact]
    public async Task A_step_begins_once_all_before_it_have_settled()
    {
        var release = new TaskCompletionSource<string>();
        _host.Script.On("a", async (_, _) => await release.Task);

        var running = _host.Prepare(Graph(Node(_c, _a, _b), Node(_a), Node(_b))).ExecuteAsync();
        await _host.UntilAsync("completed b");
        _host.Events.ShouldNotContain("started c");
        release.SetResult("done");

        (await running).Kind.ShouldBe(RunOutcomeKind.Completed);
        _host.Events.Last().ShouldBe("completed c");
    }

    [Fact]
    public async Task A_skipped_step_has_settled()
    {
        var outcome = await _host.RunAsync(Graph(
            new GraphNode(_a, [], run =>
            {
                run.At(_a).When(false);
                return default;
            }),
            Node(_b, _a)));

        outcome.Kind.ShouldBe(RunOutcomeKind.Completed);
        _host.Events.ShouldBe(["skipped a condition", "started b", "completed b"]);
    }

    [Fact]
    public async Task A_failure_cuts_the_others_off_and_what_has_not_begun_never_does()
    {
        var begun = new TaskCompletionSource();
        _host.Script.On("a", async (_, token) =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
            return "";
        }).On("b", async (_, _) =>
        {
            await begun.Task;
            throw new InvalidDataException("b failed");
        });

        var outcome = await _host.RunAsync(Graph(Node(_a), Node(_b), Node(_c, _a)));

        outcome.Error!.StepId.ShouldBe("b");
        outcome.Voided.Order().ShouldBe(["a", "b"]);
        _host.Events.ShouldContain("failed a cancelled");
        _host.Script.Started.ShouldNotContain("c");
    }

    [Fact]
    public async Task A_long_chain_of_edges_needs_no_deep_stack()
    {
        var slots = Enumerable.Range(0, 2000).Select(i => Flow.Call($"s{i}")).ToArray();
        var flow = new Flow(slots, async run =>
        {
            await run.GraphAsync([.. slots.Select((slot, i) => Node(slot, i == 0 ? [] : [slots[i - 1]]))]);
            return CelValue.Null;
        });

        (await _host.RunAsync(flow)).Kind.ShouldBe(RunOutcomeKind.Completed);
        (await _host.RunAsync(flow)).Kind.ShouldBe(RunOutcomeKind.Completed);

        _host.Script.Started.Count.ShouldBe(2000);
    }

    [Fact]
    public async Task Edges_in_a_circle_fail_the_run()
    {
        var outcome = await _host.RunAsync(Graph(Node(_a, _b), Node(_b, _a)));

        outcome.Kind.ShouldBe(RunOutcomeKind.Failed);
        outcome.Error!.Message.ShouldContain("circle");
    }

    private static GraphNode Node(ActivitySlot<Call.Input, Call.Output> slot, params StepSlot[] after) =>
        new(slot, after, async run => await run.At(slot).ExecuteAsync(new(slot.Id)));

    private Flow Graph(params GraphNode[] nodes) => new([_a, _b, _c], async run =>
    {
        await run.GraphAsync(nodes);
        return CelValue.Null;
    });
}
