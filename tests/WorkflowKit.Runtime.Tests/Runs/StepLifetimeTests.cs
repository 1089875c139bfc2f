using Microsoft.Extensions.DependencyInjection;
using WorkflowKit.Expressions;
using WorkflowKit.Runs;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Runs;

public sealed class StepLifetimeTests
{
    private readonly RunHost _host = new();
    private readonly Ledger _ledger = new();

    public StepLifetimeTests()
    {
        var provider = new ServiceCollection().AddSingleton(_ledger).AddScoped<Scoped>().BuildServiceProvider(validateScopes: true);
        _host.Services = _host.Services with
        {
            Catalogue = new([StepRegistration.Of<Scribe, Scribe.Input, Scribe.Output>(), StepRegistration.Of<Plain, Scribe.Input, Scribe.Output>(), StepRegistration.Of<Counting, Counting.Input, Counting.Output>()]), Services = provider,
        };
    }

    [Fact]
    public async Task Each_attempt_has_a_scope_of_its_own_that_is_disposed_after_a_failure_too()
    {
        await _host.RunAsync(One("test.scribe", new(2, TimeSpan.Zero)));

        _ledger.Lines.ShouldBe(["scope 1", "attempt 1", "step disposed", "scope 1 disposed", "scope 2", "attempt 2", "step disposed", "scope 2 disposed"]);
    }

    [Fact]
    public async Task A_step_without_services_is_disposed_too()
    {
        Plain.Disposed = 0;

        await _host.RunAsync(One("test.plain"));

        Plain.Disposed.ShouldBe(1);
    }

    [Fact]
    public async Task A_step_that_keeps_something_in_a_field_finds_it_empty_the_next_time()
    {
        var slot = new ActivitySlot<Counting.Input, Counting.Output>("a", "test.counting");
        var flow = new Flow([slot], async run => Cel.Of((await run.At(slot).ExecuteAsync(new())).Calls));

        var outcomes = new[] { await _host.RunAsync(flow, []), await _host.RunAsync(flow, []) };

        outcomes.Select(outcome => outcome.Outputs).ShouldBe([Cel.Of(1), Cel.Of(1)]);
    }

    [Fact]
    public async Task What_a_step_logs_and_reports_becomes_events_of_the_execution()
    {
        await _host.RunAsync(One("test.scribe", new(2, TimeSpan.Zero)));

        _host.Events.ShouldContain("log the second attempt writes too");
        _host.Log.LiveOnly.OfType<StepOutput>().Last().Chunk.ShouldBe("half");
    }

    private static Flow One(string type, RetryPolicy? retry = null)
    {
        var slot = new ActivitySlot<Scribe.Input, Scribe.Output>("a", type) { Retry = retry };
        return new([slot], async run =>
        {
            await run.At(slot).ExecuteAsync(new());
            return CelValue.Null;
        });
    }
}
