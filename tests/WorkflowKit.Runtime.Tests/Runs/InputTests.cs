using System.Text.Json;
using WorkflowKit.Definitions;
using WorkflowKit.Expressions;
using WorkflowKit.Runs;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Runs;

public sealed class InputTests
{
    private static readonly JsonElement Yes = JsonElement.Parse("""{"approved":true}""");
    private readonly RunHost _host = new();

    [Fact]
    public async Task An_input_suspends_the_run_until_its_data_come()
    {
        var suspended = await _host.RunAsync(Ask());
        var run = _host.Prepare(Ask());
        run.DeliverInput("ask", Yes, "ann");
        var outcome = await run.ExecuteAsync();

        suspended.ShouldSatisfyAllConditions(
            one => one.Kind.ShouldBe(RunOutcomeKind.Suspended), one => one.WaitsForInput.ShouldBeTrue(), one => one.DueAt.ShouldBeNull());
        outcome.Outputs.ShouldBe(Cel.Of(true));
        _host.Events.ShouldBe(["started ask", "requested ask", "received ask", "completed ask"]);
        _host.Log.Entries.OfType<InputReceived>().Single().By.ShouldBe("ann");
    }

    [Fact]
    public async Task The_request_carries_title_and_schema()
    {
        await _host.RunAsync(Ask());

        var asked = _host.Log.Entries.OfType<InputRequested>().Single();
        asked.Title.ShouldBe("Approve");
        asked.Schema.GetProperty("type").GetString().ShouldBe("object");
    }

    [Fact]
    public async Task Data_that_come_while_the_run_is_under_way_are_taken_at_once()
    {
        var both = Flow.Control("both", "parallel");
        var (ask, slow) = (Flow.Control("ask", "input", "both"), Flow.Call("slow", "both"));
        var release = new TaskCompletionSource<string>();
        _host.Script.On("slow", async (_, _) => await release.Task);
        var running = _host.Prepare(new([both, ask, slow], async run => await run.At(both).ParallelAsync(
            ParallelMode.All,
            null,
            new ParallelBranch("a", async run => Cel.Of(await run.At(ask).InputAsync("Approve", null, "{}"))),
            new ParallelBranch("b", async run => Cel.Of((await run.At(slow).ExecuteAsync(new(""))).Value))))).ExecuteAsync();
        await _host.UntilAsync("requested ask");

        _host.Run.DeliverInput("ask", Yes, null);
        await _host.UntilAsync("completed ask");
        release.SetResult("done");

        (await running).Kind.ShouldBe(RunOutcomeKind.Completed);
    }

    [Fact]
    public async Task An_input_that_nobody_answers_in_time_fails_with_code_timeout()
    {
        var suspended = await _host.RunAsync(Ask(TimeSpan.FromDays(2)));
        _host.Time.Advance(TimeSpan.FromDays(2));
        var outcome = await _host.RunAsync(Ask(TimeSpan.FromDays(2)));

        suspended.DueAt.ShouldBe(new(2026, 1, 3, 0, 0, 0, TimeSpan.Zero));
        outcome.Error!.ShouldSatisfyAllConditions(error => error.Code.ShouldBe("timeout"), error => error.StepId.ShouldBe("ask"));
        (await _host.RunAsync(Ask(TimeSpan.FromDays(2)))).Error.ShouldBe(outcome.Error);
    }

    [Fact]
    public async Task A_failure_in_the_steps_of_a_timeout_is_the_inputs_failure_on_every_replay()
    {
        var (ask, remind) = (Flow.Control("ask", "input", timeout: TimeSpan.FromDays(1)), Flow.Call("remind", "ask"));
        _host.Script.Fails("remind");
        var flow = new Flow([ask, remind], async run =>
            Cel.Of(await run.At(ask).InputOrTimeoutAsync("Approve", null, "{}", async run => await run.At(remind).ExecuteAsync(new("")))));
        await _host.RunAsync(flow);
        _host.Time.Advance(TimeSpan.FromDays(1));

        var outcome = await _host.RunAsync(flow);
        var again = await _host.RunAsync(flow);

        outcome.Error!.StepId.ShouldBe("remind");
        again.Error.ShouldBe(outcome.Error);
        _host.Events.ShouldBe(["started ask", "requested ask", "started remind", "failed remind InvalidDataException", "failed ask InvalidDataException"]);
    }

    [Fact]
    public async Task A_waiting_input_can_be_skipped_with_data_in_its_place()
    {
        await _host.RunAsync(Ask());
        var run = _host.Prepare(Ask());
        run.Skip("ask", Yes, "ann");

        (await run.ExecuteAsync()).Outputs.ShouldBe(Cel.Of(true));
        _host.Events.Last().ShouldBe("skipped ask user");
    }

    private static Flow Ask(TimeSpan? timeout = null)
    {
        var ask = Flow.Control("ask", "input", timeout: timeout);
        return new([ask], async run =>
        {
            var data = await run.At(ask).InputAsync("Approve", "Please.", """{"type":"object"}""");
            return Cel.Of(data.GetProperty("approved").GetBoolean());
        });
    }
}
