using System.Text.Json;
using WorkflowKit.Expressions;
using WorkflowKit.Runs;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Runs;

public sealed class ChildTests
{
    private readonly RunHost _host = new();
    private readonly StepSlot _child = Flow.Control("child", "workflow", timeout: TimeSpan.FromHours(1));

    [Fact]
    public async Task A_child_suspends_its_parent_and_its_outputs_are_the_steps()
    {
        var suspended = await _host.RunAsync(One());
        var run = _host.Prepare(One());
        run.DeliverChild("child", new(JsonElement.Parse("3"), null));
        var outcome = await run.ExecuteAsync();

        suspended.WaitsForChild.ShouldBeTrue();
        outcome.Outputs.ShouldBe(Cel.Of(3));
        _host.Events.ShouldBe(["started child", "completed child"]);
    }

    [Fact]
    public async Task A_child_that_had_ended_already_goes_on_at_once()
    {
        _host.Children.EndsAtOnce = new(JsonElement.Parse("3"), null);

        (await _host.RunAsync(One())).Outputs.ShouldBe(Cel.Of(3));
    }

    [Fact]
    public async Task After_a_crash_the_same_child_is_asked_for()
    {
        await _host.RunAsync(One());
        var key = _host.Children.Started["child"];

        await _host.RunAsync(One());

        _host.Children.Started["child"].ShouldBe(key);
    }

    [Fact]
    public async Task A_child_that_fails_fails_its_step_with_its_code()
    {
        _host.Children.EndsAtOnce = new(default, new("x", "x", "No stock.", "fail", "no_stock"));

        var outcome = await _host.RunAsync(One());

        outcome.Error.ShouldBe(new StepError("child", "child", "No stock.", "workflow", "no_stock"));
    }

    [Fact]
    public async Task A_child_that_cannot_be_started_fails_its_step()
    {
        _host.Children.Refuses = new InvalidDataException("There is no workflow 'other'.");

        (await _host.RunAsync(One())).Error!.Message.ShouldBe("There is no workflow 'other'.");
    }

    [Fact]
    public async Task A_child_that_takes_too_long_is_cancelled_and_fails_its_step()
    {
        await _host.RunAsync(One());
        _host.Time.Advance(TimeSpan.FromHours(1));

        var outcome = await _host.RunAsync(One());

        outcome.Error!.Code.ShouldBe("timeout");
        _host.Children.Cancelled.ShouldBe(["child"]);
    }

    [Fact]
    public async Task A_child_is_cancelled_with_its_parent()
    {
        await _host.RunAsync(One());
        var run = _host.Prepare(One());
        run.RequestCancel();

        (await run.ExecuteAsync()).Kind.ShouldBe(RunOutcomeKind.Cancelled);

        _host.Children.Cancelled.ShouldBe(["child"]);
        _host.Events.Last().ShouldBe("failed child cancelled");
    }

    private Flow One() => new([_child], run => run.At(_child).ChildAsync("other", CelValue.Map()));
}
