using Microsoft.Extensions.Logging;
using WorkflowKit.Expressions;
using WorkflowKit.Log;
using WorkflowKit.Runs;
using WorkflowKit.Tests.Engine.Support;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Engine;

/// <summary>What a schema calls secret is given to steps and written down nowhere.</summary>
public sealed class SecretTests : IAsyncDisposable
{
    private const string Secret = "hunter-2 \"quoted\" ä";
    private const string Schema = """{"type":"object","properties":{"user":{"type":"string"},"login":{"type":"object","properties":{"password":{"type":"string","format":"password"}}}}}""";

    private readonly LogRecorder _log = new(LogLevel.Trace);
    private readonly EngineHost _host;

    public SecretTests() => _host = new EngineHost(options: new() { ShutdownGrace = TimeSpan.Zero, IncludeStackTraces = true }, loggers: _log);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private static string Inputs => $$$"""{"user":"ann","login":{"password":{{{System.Text.Json.JsonSerializer.Serialize(Secret)}}}}}""";

    [Fact]
    public async Task A_step_is_given_the_secret_and_its_recorded_input_has_it_masked()
    {
        string? given = null;
        Add(then: "b");
        _host.Script.On("b", (_, _) => new("fine")).OnInput("b", input => given = input);

        var record = await _host.RunAsync("flow", Inputs);

        record.Status.ShouldBe(ExecutionStatus.Completed);
        given.ShouldBe(Secret);
        Written(record).ShouldNotContain("hunter");
        record.StepResults[^1].Input.ShouldNotBeNull().GetProperty("value").GetString().ShouldBe("***");
    }

    [Fact]
    public async Task An_error_that_repeats_the_secret_has_it_masked()
    {
        Add(then: "b");
        _host.Script.On("b", (_, _) => throw new InvalidOperationException($"no login for ann with {Secret}, sorry"));

        var record = await _host.RunAsync("flow", Inputs);

        record.Error!.Message.ShouldBe("no login for ann with ***, sorry");
        Written(record).ShouldNotContain("hunter");
        _log.Lines.Single(line => line.Event == 1).Error.ShouldNotBeNull().ShouldContain("no login for ann with ***, sorry");
    }

    [Fact]
    public async Task A_line_that_repeats_the_secret_has_it_masked()
    {
        Add(then: "b");
        _host.Script.On("b", async (context, token) =>
        {
            await context.ReportAsync($"trying {Secret}", token);
            context.Logger.Log(LogLevel.Information, default, Secret, null, static (secret, _) => $"tried {secret}");
            return "fine";
        });

        var record = await _host.RunAsync("flow", Inputs);

        record.Entries.OfType<LogWritten>().ShouldHaveSingleItem().Message.ShouldBe("tried ***");
        Written(record).ShouldNotContain("hunter");
        _log.Lines.ShouldContain(line => line.Message == "tried ***");
    }

    [Fact]
    public async Task A_retry_or_rerun_that_lacks_the_secret_is_refused()
    {
        Add(then: "b");
        _host.Script.Fails("b");
        var failed = await _host.RunAsync("flow", Inputs);

        await Should.ThrowAsync<InvalidInputsException>(_host.Engine.RetryAsync(failed.Id, null, EngineHost.Token));
        await Should.ThrowAsync<InvalidInputsException>(_host.Engine.SkipAsync(failed.Id, "b", cancellationToken: EngineHost.Token));
        await Should.ThrowAsync<InvalidInputsException>(_host.Engine.RerunAsync(failed.Id, cancellationToken: EngineHost.Token));
    }

    [Fact]
    public async Task Another_host_does_not_go_on_with_masks_in_the_secrets_place()
    {
        var before = new EngineHost();
        var (pause, last) = (Flow.Control("pause", "wait"), Flow.Call("last"));
        before.Registry.Add(new TestWorkflow("flow", [pause, last], async run =>
        {
            await run.At(pause).WaitAsync(TimeSpan.FromHours(1));
            return Cel.Of((await run.At(last).ExecuteAsync(new(run.Inputs.GetProperty("login").GetProperty("password").GetString()!))).Value);
        }) { Schema = Schema });
        var id = await before.StartAsync("flow", Inputs);
        await before.UntilAsync(id, ExecutionStatus.Paused);
        await before.DisposeAsync();

        await using var next = new EngineHost(before);
        await next.Implementation.EnsureStartedAsync();
        next.Time.Advance(TimeSpan.FromHours(1));

        (await next.UntilAsync(id, record => record.WaitsFor?.Reason is PauseReason.Recovery)).Error!.Code.ShouldBe("secrets_gone");
        next.Script.Started.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_execution_whose_secrets_are_gone_can_be_cancelled()
    {
        var before = new EngineHost();
        var pause = Flow.Control("pause", "wait");
        before.Registry.Add(new TestWorkflow("flow", [pause], async run =>
        {
            await run.At(pause).WaitAsync(TimeSpan.FromHours(1));
            return Cel.Of(true);
        }) { Schema = Schema });
        var id = await before.StartAsync("flow", Inputs);
        await before.UntilAsync(id, ExecutionStatus.Paused);
        await before.DisposeAsync();
        await using var next = new EngineHost(before);
        await next.Implementation.EnsureStartedAsync();
        next.Time.Advance(TimeSpan.FromHours(1));
        await next.UntilAsync(id, record => record.WaitsFor?.Reason is PauseReason.Recovery);

        await next.Engine.CancelAsync(id, new ControlOptions { By = "grace" }, EngineHost.Token);

        await next.UntilAsync(id, ExecutionStatus.Cancelled);
    }

    [Fact]
    public async Task A_secret_member_of_a_steps_input_is_neither_recorded_nor_repeated_by_its_error()
    {
        var slot = new ActivitySlot<Login.Input, Login.Output>("login", "test.login");
        _host.Registry.Add(new TestWorkflow("flow", [slot], async run => Cel.Of((await run.At(slot).ExecuteAsync(new("ann", "correct horse"))).User)));

        var record = await _host.RunAsync("flow");

        record.Error!.Message.ShouldBe("ann has another password than ***");
        record.Error.Stack.ShouldNotBeNull().ShouldContain("than ***");
        record.StepResults.ShouldHaveSingleItem().Input.ShouldNotBeNull().GetRawText().ShouldBe("""{"user":"ann"}""");
        Written(record).ShouldNotContain("horse");
    }

    [Fact]
    public async Task Lines_of_a_step_that_was_given_a_secret_do_not_repeat_it()
    {
        var slot = new ActivitySlot<Login.Input, Login.Output>("login", "test.login");
        _host.Registry.Add(new TestWorkflow("flow", [slot], async run => Cel.Of((await run.At(slot).ExecuteAsync(new("ann", "correct horse"))).User)));

        var record = await _host.RunAsync("flow");

        record.Entries.OfType<LogWritten>().ShouldHaveSingleItem().Message.ShouldBe("ann came with ***");
    }

    [Fact]
    public async Task An_expression_that_repeats_the_secret_has_it_masked()
    {
        var slot = Flow.Call("b");
        _host.Registry.Add(new TestWorkflow("flow", [slot], async run =>
        {
            await run.At(slot).ExecuteAsync(() => new($"{Cel.ToInt(Cel.Of(run.Inputs.GetProperty("login").GetProperty("password").GetString()!))}"));
            return Cel.Of("done");
        }) { Schema = Schema });

        var record = await _host.RunAsync("flow", Inputs);

        record.Error!.Message.ShouldContain("***");
        Written(record).ShouldNotContain("hunter");
    }

    private void Add(string then)
    {
        var (first, second) = (Flow.Call("a"), Flow.Call(then));
        _host.Registry.Add(new TestWorkflow("flow", [first, second], async run =>
        {
            await run.At(first).ExecuteAsync(new("x"));
            return Cel.Of((await run.At(second).ExecuteAsync(new(run.Inputs.GetProperty("login").GetProperty("password").GetString()!))).Value);
        }) { Schema = Schema });
    }

    /// <summary>All that people, stores and the host's log see of an execution.</summary>
    private string Written(ExecutionRecord record) =>
        record.ToJson() + string.Concat(record.Entries.Select(entry => LogJson.ToText(entry.WriteJournal))) + string.Concat(_log.Lines.Select(line => line.Message + line.Error));
}
