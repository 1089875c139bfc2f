using System.Text.Json;
using WorkflowKit.Tests.Engine.Support;

namespace WorkflowKit.Tests.Engine;

/// <summary>What a paused execution waits for, as those see it who look at its record.</summary>
public sealed class WaitTests : IAsyncDisposable
{
    private readonly EngineHost _host = new();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task For_input_the_record_tells_where_what_and_until_when()
    {
        _host.Registry.Add(Workflows.Asking("flow", TimeSpan.FromHours(2)));
        var now = _host.Time.GetUtcNow();

        var record = await _host.RunAsync("flow");

        var wait = record.WaitsFor.ShouldNotBeNull();
        (wait.Reason, wait.Since, wait.Until, wait.By).ShouldBe((PauseReason.Input, now, now.AddHours(2), null));
        var input = wait.Inputs.ShouldHaveSingleItem();
        (input.StepId, input.Path, input.Title, input.Message, input.Since, input.Until).ShouldBe(("ask", "ask", "Approve?", null, now, now.AddHours(2)));
        input.Schema.GetProperty("required")[0].GetString().ShouldBe("approved");
        var json = JsonElement.Parse(record.ToJson()).GetProperty("waitsFor");
        json.EnumerateObject().Select(static member => member.Name).ShouldBe(["reason", "since", "until", "inputs"]);
        json.GetProperty("reason").GetString().ShouldBe("input");
        json.GetProperty("inputs")[0].EnumerateObject().Select(static member => member.Name).ShouldBe(["stepId", "path", "title", "schema", "since", "until"]);
    }

    [Fact]
    public async Task For_a_time_the_record_tells_which()
    {
        _host.Registry.Add(Workflows.Waiting("flow", TimeSpan.FromHours(1)));
        var now = _host.Time.GetUtcNow();
        var id = await _host.StartAsync("flow");

        var wait = (await _host.UntilAsync(id, ExecutionStatus.Paused)).WaitsFor.ShouldNotBeNull();

        (wait.Reason, wait.Until).ShouldBe((PauseReason.Timer, now.AddHours(1)));
        wait.Inputs.ShouldBeEmpty();
    }

    [Fact]
    public async Task For_a_person_the_record_tells_who_and_keeps_what_is_asked_for()
    {
        _host.Registry.Add(Workflows.Asking("flow"));
        var id = (await _host.RunAsync("flow")).Id;

        await _host.Engine.PauseAsync(id, new() { By = "bob" }, EngineHost.Token);

        var paused = (await _host.GetAsync(id)).WaitsFor.ShouldNotBeNull();
        (paused.Reason, paused.By, paused.Until).ShouldBe((PauseReason.User, "bob", null));
        paused.Inputs.ShouldHaveSingleItem().Path.ShouldBe("ask");
        await _host.Engine.SupplyInputAsync(id, "ask", EngineHost.Json("""{"approved":true}"""), null, EngineHost.Token);
        (await _host.GetAsync(id)).WaitsFor!.Inputs.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_does_not_wait_says_nothing()
    {
        _host.Registry.Add(Workflows.Sequence("flow", "a"), Workflows.Asking("cancelled"));
        var done = await _host.RunAsync("flow");
        var id = (await _host.RunAsync("cancelled")).Id;
        await _host.Engine.CancelAsync(id, null, EngineHost.Token);
        var cancelled = await _host.EndOfAsync(id);

        done.WaitsFor.ShouldBeNull();
        done.ToJson().ShouldNotContain("waitsFor");
        cancelled.WaitsFor.ShouldBeNull();
    }

    [Fact]
    public async Task For_a_host_that_can_serve_it_the_error_tells_why()
    {
        _host.Registry.Add(Workflows.Waiting("flow", TimeSpan.FromHours(1)));
        var id = await _host.StartAsync("flow");
        await _host.UntilAsync(id, ExecutionStatus.Paused);
        _host.Registry.Add(Workflows.Sequence("flow", "other"));

        await _host.PassTimeAsync(TimeSpan.FromHours(1));

        var record = await _host.UntilAsync(id, static record => record.WaitsFor is { Reason: PauseReason.Recovery });
        record.Error!.Code.ShouldBe("divergence");
    }
}
