using WorkflowKit.Log;
using WorkflowKit.Runs;
using WorkflowKit.Stores;
using WorkflowKit.Tests.Engine.Support;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Engine;

/// <summary>What a host cannot load it leaves to others.</summary>
public sealed class UnservedTests
{
    private static readonly TimeSpan Wait = TimeSpan.FromHours(1);

    [Fact]
    public async Task One_whose_version_is_gone_waits_and_goes_on_by_itself_once_it_is_back()
    {
        await using var host = new EngineHost();
        host.Registry.Add(Workflows.Waiting("flow", Wait));
        var id = await host.StartAsync("flow");
        await host.UntilAsync(id, ExecutionStatus.Paused);
        host.Registry.Forget("flow", "v1");

        await host.PassTimeAsync(Wait);
        await host.RestAsync();
        (await host.EventsAsync(id)).ShouldNotContain("paused recovery");
        (await host.GetAsync(id)).Error.ShouldBeNull();
        host.Registry.Add(Workflows.Waiting("flow", Wait));

        await host.PassTimeUntilAsync(TimeSpan.FromMinutes(1), id, ExecutionStatus.Completed);
    }

    [Fact]
    public async Task Two_hosts_with_workflows_of_their_own_end_their_own_executions()
    {
        await using var one = new EngineHost(registry: new());
        await using var other = new EngineHost(one, registry: new());
        one.Registry.Add(Waiting("red"));
        other.Registry.Add(Waiting("blue"));
        var ids = new List<string>();
        for (var count = 0; count < 10; count++) ids.AddRange([await one.StartAsync("red"), await other.StartAsync("blue")]);
        foreach (var id in ids) await one.UntilAsync(id, ExecutionStatus.Paused);

        await one.PassTimeUntilAsync(TimeSpan.FromMinutes(10), async () => (await one.Store.CountAsync(new())).Of(ExecutionStatus.Completed) == ids.Count);

        foreach (var id in ids) (await one.EventsAsync(id)).ShouldNotContain("paused recovery");
    }

    [Fact]
    public async Task Executions_that_nobody_can_serve_cost_one_try_now_and_then_however_many_they_are()
    {
        await using var first = new EngineHost();
        first.Registry.Add(Waiting("red"));
        for (var count = 0; count < 50; count++) await first.StartAsync("red");
        await first.RestAsync();
        await first.DisposeAsync();
        var counting = new CountingStore(first.Store);
        await using var host = new EngineHost(first, store: counting, registry: new());
        await host.PassTimeAsync(Wait);
        await host.Implementation.EnsureStartedAsync();
        await host.RestAsync();
        var (claims, looks) = (counting.Claims, counting.Looks);

        for (var minute = 0; minute < 60; minute++) await host.PassTimeAsync(TimeSpan.FromMinutes(1));
        await host.RestAsync();

        counting.Claims.ShouldBe(claims);
        (counting.Looks - looks).ShouldBeLessThan(30);
        (await host.Store.CountAsync(new())).Of(ExecutionStatus.Paused).ShouldBe(50);
    }

    [Fact]
    public async Task What_it_is_asked_for_meanwhile_is_carried_out_by_the_host_that_can()
    {
        await using var one = new EngineHost(registry: new());
        one.Registry.Add(Workflows.Asking("flow"));
        var id = (await one.RunAsync("flow")).Id;
        await one.RestAsync();
        await using var other = new EngineHost(one, registry: new());

        await other.Engine.SupplyInputAsync(id, "ask", EngineHost.Json("""{"approved":true}"""), null, EngineHost.Token);
        await other.RestAsync();
        (await one.GetAsync(id)).Status.ShouldBe(ExecutionStatus.Pending);
        one.Implementation.Core.Pump.Pump();

        (await one.EndOfAsync(id)).Status.ShouldBe(ExecutionStatus.Completed);
    }

    [Fact]
    public async Task A_cancel_of_what_began_waits_for_a_host_that_can_undo_it_and_one_that_did_not_begin_ends_at_once()
    {
        await using var one = new EngineHost(registry: new());
        one.Registry.Add(Workflows.Asking("flow"));
        var begun = (await one.RunAsync("flow")).Id;
        await one.RestAsync();
        var header = (await one.GetAsync(begun)).Header;
        var pending = (await one.Store.CreateAsync(new ExecutionHeader { Id = "pending", WorkflowId = "flow", WorkflowName = "Flow", DefinitionHash = "v1", Inputs = header.Inputs, CreatedAt = header.CreatedAt }, null)).Id;
        await using var other = new EngineHost(one, registry: new());

        await other.Engine.CancelAsync(pending, null, EngineHost.Token);
        await other.Engine.CancelAsync(begun, new() { By = "bob" }, EngineHost.Token);
        await other.RestAsync();
        (await other.GetAsync(pending)).Status.ShouldBe(ExecutionStatus.Cancelled);
        (await other.GetAsync(begun)).Status.IsFinished().ShouldBeFalse();
        one.Implementation.Core.Pump.Pump();

        (await one.EndOfAsync(begun)).Status.ShouldBe(ExecutionStatus.Cancelled);
    }

    [Fact]
    public async Task The_hosts_log_names_the_version_once()
    {
        await using var first = new EngineHost();
        first.Registry.Add(Workflows.Asking("flow"));
        foreach (var _ in Enumerable.Range(0, 3)) await first.StartAsync("flow");
        await first.RestAsync();
        await first.DisposeAsync();
        var log = new LogRecorder();
        await using var host = new EngineHost(first, registry: new(), loggers: log);

        foreach (var one in (await host.Store.QueryAsync(new())).Items)
            await host.Engine.SupplyInputAsync(one.Id, "ask", EngineHost.Json("""{"approved":true}"""), null, EngineHost.Token);
        await host.RestAsync();

        log.Lines.Where(static line => line.Event == 2018).ShouldHaveSingleItem().Message.ShouldContain("version v1 of flow");
    }

    private static TestWorkflow Waiting(string id)
    {
        var wait = Flow.Control("pause", "wait");
        return new TestWorkflow(id, [wait], async run =>
        {
            await run.At(wait).WaitAsync(Wait);
            return default;
        }) { Hash = $"hash of {id}" };
    }

    private sealed class CountingStore(IExecutionStore inner) : StoreDecorator(inner)
    {
        private int _claims;
        private int _looks;

        internal int Claims => _claims;

        internal int Looks => _looks;

        public override ValueTask<IExecutionLog?> ClaimAsync(string executionId, string owner, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _claims);
            return base.ClaimAsync(executionId, owner, cancellationToken);
        }

        public override ValueTask<DueWork> FindDueAsync(string owner, int limit, IReadOnlyCollection<string>? unserved = null, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _looks);
            return base.FindDueAsync(owner, limit, unserved, cancellationToken);
        }
    }
}
