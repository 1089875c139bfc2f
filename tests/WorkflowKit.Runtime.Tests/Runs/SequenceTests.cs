using WorkflowKit.Expressions;
using WorkflowKit.Runs;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Runs;

public sealed class SequenceTests
{
    private readonly RunHost _host = new();

    [Fact]
    public async Task Steps_run_one_after_the_other_and_the_last_expression_gives_the_outputs()
    {
        var (a, b) = (Flow.Call("a"), Flow.Call("b"));
        var flow = new Flow([a, b], async run =>
        {
            var first = await run.At(a).ExecuteAsync(new("one"));
            var second = await run.At(b).ExecuteAsync(new(first.Value + " two"));
            return Cel.Of(second.Value);
        });

        var outcome = await _host.RunAsync(flow);

        outcome.Kind.ShouldBe(RunOutcomeKind.Completed);
        outcome.Outputs.ShouldBe(Cel.Of("one two"));
        _host.Events.ShouldBe(["started a", "completed a", "started b", "completed b"]);
    }

    [Fact]
    public async Task A_step_without_services_takes_the_short_way_and_is_logged_all_the_same()
    {
        var slot = new ActivitySlot<Quick.Input, Quick.Output>("quick", "test.quick");
        var flow = new Flow([slot], async run => Cel.Of((await run.At(slot).ExecuteAsync(new(41))).Value));

        var outcome = await _host.RunAsync(flow);

        outcome.Outputs.ShouldBe(Cel.Of(42));
        _host.Log.Entries.OfType<StepCompleted>().Single().Output.GetProperty("value").GetInt32().ShouldBe(42);
    }

    [Fact]
    public async Task A_step_that_throws_fails_the_run_with_its_error()
    {
        var a = Flow.Call("a");
        _host.Script.Fails("a");

        var outcome = await _host.RunAsync(new([a], async run => Cel.Of((await run.At(a).ExecuteAsync(new("x"))).Value)));

        outcome.Kind.ShouldBe(RunOutcomeKind.Failed);
        outcome.Error.ShouldBe(new StepError("a", "a", "a failed", "InvalidDataException", null));
        outcome.Voided.ShouldBe(["a"]);
        _host.Events.ShouldBe(["started a", "failed a InvalidDataException"]);
    }
}
