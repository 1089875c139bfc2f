using System.Text.Json;
using WorkflowKit.Expressions;
using WorkflowKit.Runs;
using WorkflowKit.Tests.Engine.Support;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Engine;

/// <summary>Whatever a step does ends with that step.</summary>
public sealed class MisbehaviourTests : IAsyncDisposable
{
    private readonly EngineHost _host = new(options: new() { MaxInputBytes = 1000, ShutdownGrace = TimeSpan.Zero });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    public static TheoryData<string> Deeds => [.. Odd.Deeds.Keys];

    [Theory, MemberData(nameof(Deeds))]
    public async Task A_step_may_do_what_it_likes_and_only_it_fails(string deed)
    {
        var slot = new ActivitySlot<Odd.Input, Odd.Output>("odd", "test.odd");
        _host.Registry.Add(Workflows.Sequence("other", "a"), new TestWorkflow("flow", [slot], async run =>
        {
            await run.At(slot).ExecuteAsync(new(deed));
            return Cel.Of("done");
        }));

        var record = await _host.RunAsync("flow");

        var step = record.StepResults.ShouldHaveSingleItem();
        (step.Error is null ? null : $"{step.Error.Type} {step.Error.Code}").ShouldBe(Odd.Deeds[deed]);
        record.Status.ShouldBe(step.Error is null ? ExecutionStatus.Completed : ExecutionStatus.Failed);
        record.Entries[^1].IsLast.ShouldBeTrue();
        using var text = JsonDocument.Parse(record.ToJson());
        (await _host.RunAsync("other")).Status.ShouldBe(ExecutionStatus.Completed);
    }

    [Theory]
    [InlineData("gives itself", "The output cannot be written as JSON: an object in it holds itself, or it is nested deeper than 256 levels. Return what is needed of it as records of their own.")]
    [InlineData("gives JSON that is not there", "The output cannot be written as JSON: something in it is not in a state to be read, such as a JsonElement that was never given a value.")]
    public async Task What_is_wrong_with_an_output_is_said_to_the_authors_of_steps(string deed, string message)
    {
        var slot = new ActivitySlot<Odd.Input, Odd.Output>("odd", "test.odd");
        _host.Registry.Add(new TestWorkflow("flow", [slot], async run => Cel.Of((await run.At(slot).ExecuteAsync(new(deed))).ToString()!)));

        (await _host.RunAsync("flow")).Error.ShouldNotBeNull().Message.ShouldBe(message);
    }

    [Fact]
    public async Task Inputs_beyond_the_limit_are_refused_before_anything_is_recorded()
    {
        _host.Registry.Add(Workflows.Sequence("flow", "a"), Workflows.Asking("asking"));
        var id = await _host.StartAsync("asking");
        await _host.UntilAsync(id, ExecutionStatus.Paused);
        var much = $$"""{"text":"{{new string('x', 1000)}}"}""";

        (await Should.ThrowAsync<InvalidInputsException>(_host.RunAsync("flow", much))).Message.ShouldContain("1,011 bytes of JSON, and 1,000 are the limit");
        await Should.ThrowAsync<InvalidInputsException>(_host.Engine.SupplyInputAsync(id, "ask", EngineHost.Json(much), cancellationToken: EngineHost.Token));

        (await _host.Engine.QueryAsync(cancellationToken: EngineHost.Token)).Items.ShouldHaveSingleItem().Status.ShouldBe(ExecutionStatus.Paused);
    }

    [Fact]
    public async Task One_who_watches_is_told_when_the_host_stops()
    {
        _host.Registry.Add(Workflows.Asking("asking"));
        var id = await _host.StartAsync("asking");
        await _host.UntilAsync(id, ExecutionStatus.Paused);
        var seen = 0;
        var watching = Task.Run(async () =>
        {
            await foreach (var entry in _host.Engine.WatchAsync(id, 0, EngineHost.Token)) Interlocked.Increment(ref seen);
        }, EngineHost.Token);
        await _host.UntilAsync(id, _ => Volatile.Read(ref seen) >= 6);

        await _host.DisposeAsync();

        await Should.ThrowAsync<EngineStoppedException>(watching.WaitAsync(TimeSpan.FromSeconds(20), EngineHost.Token));
        await Should.ThrowAsync<EngineStoppedException>(async () => await _host.Engine.WatchAsync(id, 6, EngineHost.Token).FirstAsync());
    }
}
