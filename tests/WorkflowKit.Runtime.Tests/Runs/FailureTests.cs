using WorkflowKit.Expressions;
using WorkflowKit.Runs;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Runs;

/// <summary>Whatever a step does ends as a failure of that step, never elsewhere.</summary>
public sealed class FailureTests
{
    private readonly RunHost _host = new();
    private readonly ActivitySlot<Call.Input, Call.Output> _a = Flow.Call("a", observed: true);
    private readonly ActivitySlot<Call.Input, Call.Output> _b = Flow.Call("b");

    [Fact]
    public async Task An_expression_that_cannot_be_evaluated_fails_the_step_that_it_stands_at()
    {
        var outcome = await _host.RunAsync(new([_a, _b], async run =>
        {
            await run.At(_a).ExecuteAsync(new("fine"));
            await run.At(_b).ExecuteAsync(new(Fault()));
            return CelValue.Null;
        }));

        outcome.Error.ShouldBe(new StepError("b", "b", "There is no 'x'.", "expression", "no_such_key"));
        _host.Events.ShouldBe(["started a", "completed a", "failed b no_such_key"]);
    }

    [Fact]
    public async Task An_expression_failure_replays_as_itself()
    {
        var flow = new Flow([_a], async run =>
        {
            await run.At(_a).ExecuteAsync(new(Fault()));
            return CelValue.Null;
        });
        await _host.RunAsync(flow);

        (await _host.RunAsync(flow)).Error!.Code.ShouldBe("no_such_key");

        _host.Events.ShouldBe(["failed a no_such_key"]);
    }

    [Fact]
    public async Task An_expression_in_the_outputs_that_cannot_be_evaluated_fails_the_run_and_no_step()
    {
        var outcome = await _host.RunAsync(new([_a], async run =>
        {
            await run.At(_a).ExecuteAsync(new("fine"));
            return Cel.Of(Fault());
        }));

        outcome.Kind.ShouldBe(RunOutcomeKind.Failed);
        outcome.Error!.StepId.ShouldBeNull();
        _host.Events.ShouldBe(["started a", "completed a"]);
    }

    [Fact]
    public async Task A_value_that_is_not_there_is_said_to_be_missing()
    {
        Call.Output? missing = null;

        var outcome = await _host.RunAsync(new([_a], async run => Cel.Of((await run.At(_a).ExecuteAsync(new(missing!.Value))).Value)));

        outcome.Error!.ShouldSatisfyAllConditions(error => error.Code.ShouldBe("no_value"), error => error.StepId.ShouldBe("a"));
    }

    [Fact]
    public async Task Continue_on_error_records_the_failure_and_goes_on()
    {
        _host.Script.Fails("a");
        StepState state = default;

        var outcome = await _host.RunAsync(new([_a, _b], async run =>
        {
            Call.Output? a = null;
            await run.At(_a).ContinueOnErrorAsync(async run => a = await run.At(_a).ExecuteAsync(new("")));
            state = run.State(_a);
            return Cel.Of((await run.At(_b).ExecuteAsync(new(a?.Value ?? "else"))).Value);
        }));

        outcome.Outputs.ShouldBe(Cel.Of("else"));
        state.Status.ShouldBe(StepStatus.Failed);
        state.Error!.Message.ShouldBe("a failed");
    }

    [Fact]
    public async Task Continue_on_error_passes_over_an_expression_too()
    {
        var outcome = await _host.RunAsync(new([_a, _b], async run =>
        {
            await run.At(_a).ContinueOnErrorAsync(async run => await run.At(_a).ExecuteAsync(new(Fault())));
            return Cel.Of((await run.At(_b).ExecuteAsync(new("after"))).Value);
        }));

        outcome.Outputs.ShouldBe(Cel.Of("after"));
        _host.Events.ShouldBe(["failed a no_such_key", "started b", "completed b"]);
    }

    [Fact]
    public async Task A_cancellation_that_nobody_asked_for_is_a_failure_like_any_other()
    {
        _host.Script.On("a", (_, _) => throw new OperationCanceledException("The service hung up."));

        var outcome = await _host.RunAsync(One());

        outcome.Kind.ShouldBe(RunOutcomeKind.Failed);
        outcome.Error!.Type.ShouldBe("OperationCanceledException");
    }

    [Fact]
    public async Task An_output_over_the_limit_fails_the_step_with_code_output_limit_and_is_not_tried_again()
    {
        _host.Services = _host.Services with { Limits = new() { MaxOutputBytes = 1000 } };
        _host.Script.On("a", (_, _) => new(new string('x', 40_000)));

        var outcome = await _host.RunAsync(One(new(3, TimeSpan.Zero)));

        outcome.Error!.ShouldSatisfyAllConditions(error => error.Code.ShouldBe("output_limit"), error => error.Type.ShouldBe("output"));
        _host.Script.Started.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_step_whose_user_has_not_connected_the_account_fails_with_code_connection_missing()
    {
        var a = Flow.Call("a", connection: "shop", retry: new(3, TimeSpan.Zero));

        var outcome = await _host.RunAsync(new([a], async run => Cel.Of((await run.At(a).ExecuteAsync(new(""))).Value)));

        outcome.Error!.Code.ShouldBe("connection_missing");
        _host.Script.Started.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_connection_is_looked_up_for_the_executions_user()
    {
        Connection? seen = null;
        var a = Flow.Call("a", connection: "shop");
        _host.Services = _host.Services with { Connections = new OneConnection() };
        _host.Script.On("a", (context, _) =>
        {
            seen = context.Connection;
            return new("");
        });

        await _host.RunAsync(new([a], async run => Cel.Of((await run.At(a).ExecuteAsync(new(""))).Value)));

        seen!.Values["user"].ShouldBe("ann");
    }

    [Fact]
    public async Task The_stack_of_a_failure_leads_through_the_step_and_the_workflow_where_the_host_opts_in()
    {
        _host.Services = _host.Services with { Limits = new() { KeepStacks = true } };
        _host.Script.Fails("a");
        var both = Flow.Control("both", "switch");

        var outcome = await _host.RunAsync(new([both, _a], async run =>
        {
            await run.At(both).SwitchAsync(async run => await run.At(_a).ExecuteAsync(new("")));
            return CelValue.Null;
        }));

        outcome.Error!.Stack!.ShouldContain("Script.cs:line");
        outcome.Error.Stack!.ShouldContain("FailureTests.cs:line");
        _host.Log.Entries.OfType<StepFailed>().First().Error.Stack!.ShouldContain("Script.cs:line");
    }

    private static string Fault() => throw new CelException(CelErrorKind.NoSuchKey, "There is no 'x'.");

    private static Flow One(RetryPolicy? retry = null)
    {
        var a = Flow.Call("a", retry: retry);
        return new([a], async run => Cel.Of((await run.At(a).ExecuteAsync(new(""))).Value));
    }

    private sealed class OneConnection : IConnectionProvider
    {
        public bool Knows(string provider) => provider == "shop";

        public ValueTask<Connection?> FindAsync(string? userId, string name, string provider, CancellationToken cancellationToken) =>
            new(new Connection(name, provider, new Dictionary<string, string> { ["user"] = userId! }));
    }
}
