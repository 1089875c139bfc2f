using System.Text.Json;
using WorkflowKit.Expressions;
using WorkflowKit.Runs;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Runs;

/// <summary>A log and a program that part are told apart in three ways, and nothing is run or written then.</summary>
public sealed class DivergenceTests
{
    private readonly RunHost _host = new();

    [Fact]
    public async Task A_log_with_a_step_that_the_program_has_not()
    {
        await _host.RunAsync(Steps("a", "b"));

        var outcome = await _host.RunAsync(Steps("a"));

        Parted(outcome, ReplayDivergenceKind.Program, "b", 3);
    }

    [Fact]
    public async Task A_program_that_asks_for_steps_in_another_order()
    {
        await _host.RunAsync(Steps("a", "b"));

        var outcome = await _host.RunAsync(Steps("b", "a"));

        Parted(outcome, ReplayDivergenceKind.Program, "a", 2);
    }

    [Fact]
    public async Task A_program_that_runs_what_the_log_skipped()
    {
        var a = Flow.Call("a");
        Flow When(bool condition) => new([a], async run =>
        {
            if (run.At(a).When(condition)) await run.At(a).ExecuteAsync(new(""));
            return CelValue.Null;
        });
        await _host.RunAsync(When(false));

        Parted(await _host.RunAsync(When(true)), ReplayDivergenceKind.Program, "a", 1);
    }

    [Fact]
    public async Task A_program_that_skips_what_the_log_ran()
    {
        var (a, b) = (Flow.Call("a"), Flow.Call("b"));
        await _host.RunAsync(new([a, b], async run => Cel.Of((await run.At(a).ExecuteAsync(new(""))).Value)));

        var outcome = await _host.RunAsync(new([a, b], run =>
        {
            run.At(a).When(false);
            return new(CelValue.Null);
        }));

        Parted(outcome, ReplayDivergenceKind.Program, "a", 2);
    }

    [Fact]
    public async Task A_step_whose_type_has_changed()
    {
        await _host.RunAsync(Steps("a"));
        var quick = new ActivitySlot<Quick.Input, Quick.Output>("a", "test.quick");

        var outcome = await _host.RunAsync(new([quick], async run => Cel.Of((await run.At(quick).ExecuteAsync(new(1))).Value)));

        Parted(outcome, ReplayDivergenceKind.Program, "a", 1);
        outcome.Divergence!.ShouldSatisfyAllConditions(one => one.Expected.ShouldContain("test.call"), one => one.Found.ShouldContain("test.quick"));
    }

    [Fact]
    public async Task A_recorded_value_that_is_not_of_the_steps_type()
    {
        var flow = Steps("a");
        flow.Bind(_host.Services);
        var slot = flow.Steps[0];
        StepCompleted completed = new(_host.Time.GetUtcNow(), slot, "a", 1, JsonElement.Parse("""{"value":[1]}"""), TimeSpan.Zero);
        completed.Place("run-1", 1);

        Parted(await _host.RunAsync(flow, [completed]), ReplayDivergenceKind.Value, "a", 1);
    }

    [Fact]
    public void A_step_type_that_this_host_has_not()
    {
        var slot = new ActivitySlot<Quick.Input, Quick.Output>("a", "test.gone");

        Should.Throw<StepRegistrationException>(() => new Flow([slot], _ => default).Bind(_host.Services))
            .Message.ShouldBe("test.gone: step 'a' needs this type, which is not registered on this host; add its class to the catalogue.");
    }

    [Fact]
    public void A_program_that_was_compiled_for_another_class()
    {
        var slot = new ActivitySlot<Quick.Input, Quick.Output>("a", "test.call");

        Should.Throw<StepRegistrationException>(() => new Flow([slot], _ => default).Bind(_host.Services)).Message.ShouldContain("compile the workflow anew");
    }

    private void Parted(RunOutcome outcome, ReplayDivergenceKind kind, string path, long sequence)
    {
        outcome.Kind.ShouldBe(RunOutcomeKind.Diverged);
        outcome.Divergence!.ShouldSatisfyAllConditions(
            one => one.Kind.ShouldBe(kind), one => one.Path.ShouldBe(path), one => one.Sequence.ShouldBe(sequence));
    }

    private static Flow Steps(params string[] ids)
    {
        var slots = ids.Select(id => Flow.Call(id)).ToArray();
        return new(slots, async run =>
        {
            foreach (var slot in slots) await run.At(slot).ExecuteAsync(new(slot.Id));
            return CelValue.Null;
        });
    }
}
