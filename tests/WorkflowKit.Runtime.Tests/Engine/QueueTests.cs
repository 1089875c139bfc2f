using WorkflowKit.Tests.Engine.Support;

namespace WorkflowKit.Tests.Engine;

public sealed class QueueTests
{
    private static async Task<(EngineHost Host, Dictionary<string, TaskCompletionSource> Gates)> HostAsync(WorkflowEngineOptions options, params string[] workflows)
    {
        options.ShutdownGrace = TimeSpan.Zero;
        var host = new EngineHost(options: options);
        var gates = new Dictionary<string, TaskCompletionSource>();
        foreach (var workflow in workflows)
        {
            var gate = gates[workflow] = new();
            host.Registry.Add(Workflows.Sequence(workflow, workflow));
            host.Script.On(workflow, async (_, token) =>
            {
                await gate.Task.WaitAsync(token);
                return workflow;
            });
        }
        await Task.CompletedTask;
        return (host, gates);
    }

    [Fact]
    public async Task What_is_over_the_limit_waits_its_turn_first_come_first_served()
    {
        var (host, gates) = await HostAsync(new() { MaxConcurrentExecutions = 1 }, "one", "two", "three");
        await using var _ = host;
        var ids = new List<string>();
        foreach (var workflow in gates.Keys) ids.Add(await host.StartAsync(workflow));
        await host.UntilStartedAsync(ids[0], "one");

        (await host.GetAsync(ids[1])).Status.ShouldBe(ExecutionStatus.Pending);
        gates["three"].SetResult();
        gates["one"].SetResult();
        await host.UntilStartedAsync(ids[1], "two");
        (await host.GetAsync(ids[2])).Status.ShouldBe(ExecutionStatus.Pending);
        gates["two"].SetResult();

        foreach (var id in ids) (await host.EndOfAsync(id)).Status.ShouldBe(ExecutionStatus.Completed);
    }

    [Fact]
    public async Task A_full_queue_refuses_with_the_time_to_try_again()
    {
        var (host, gates) = await HostAsync(new() { MaxConcurrentExecutions = 1, MaxQueuedExecutions = 1, RetryAfter = TimeSpan.FromSeconds(7) }, "flow");
        await using var _ = host;
        var first = await host.StartAsync("flow");
        var second = await host.StartAsync("flow");

        var error = await Should.ThrowAsync<QueueFullException>(host.StartAsync("flow"));

        (error.Limit, error.RetryAfter).ShouldBe((1, TimeSpan.FromSeconds(7)));
        (await host.Engine.QueryAsync(cancellationToken: EngineHost.Token)).Items.Count.ShouldBe(2);
        gates["flow"].SetResult();
        await host.EndOfAsync(first);
        await host.EndOfAsync(second);
        (await host.RunAsync("flow")).Status.ShouldBe(ExecutionStatus.Completed);
        host.Registry.Leases.ShouldBe(0);
    }

    [Fact]
    public async Task A_cancelled_one_leaves_the_queue()
    {
        var (host, gates) = await HostAsync(new() { MaxConcurrentExecutions = 1, MaxQueuedExecutions = 1 }, "flow");
        await using var _ = host;
        var first = await host.StartAsync("flow");
        var second = await host.StartAsync("flow");

        await host.Engine.CancelAsync(second, null, EngineHost.Token);

        (await host.GetAsync(second)).Status.ShouldBe(ExecutionStatus.Cancelled);
        var third = await host.StartAsync("flow");
        gates["flow"].SetResult();
        (await host.EndOfAsync(first)).Status.ShouldBe(ExecutionStatus.Completed);
        (await host.EndOfAsync(third)).Status.ShouldBe(ExecutionStatus.Completed);
        (await host.EventsAsync(second)).ShouldBe(["cancelled"]);
    }

    [Fact]
    public async Task A_paused_execution_makes_room_for_others()
    {
        await using var host = new EngineHost(options: new() { MaxConcurrentExecutions = 1 });
        host.Registry.Add(Workflows.Asking("ask"), Workflows.Sequence("flow", "a"));

        var paused = await host.RunAsync("ask");

        paused.Status.ShouldBe(ExecutionStatus.Paused);
        (await host.RunAsync("flow")).Status.ShouldBe(ExecutionStatus.Completed);
    }

    [Fact]
    public async Task Executions_of_one_key_run_one_after_the_other_and_others_beside_them()
    {
        var (host, gates) = await HostAsync(new(), "order");
        await using var _ = host;
        var order = Workflows.Sequence("order", "order");
        host.Registry.Add(new TestWorkflow("order", order.Steps, order.RunAsync)
        {
            Options = new() { ConcurrencyLimit = 1 },
            Key = inputs => inputs.GetProperty("orderId").GetString(),
        });
        var first = await host.StartAsync("order", """{"orderId":"A"}""");
        var second = await host.StartAsync("order", """{"orderId":"A"}""");
        var other = await host.StartAsync("order", """{"orderId":"B"}""");

        await host.UntilStartedAsync(first, "order");
        await host.UntilStartedAsync(other, "order");
        (await host.GetAsync(second)).Status.ShouldBe(ExecutionStatus.Pending);
        gates["order"].SetResult();

        foreach (var id in (string[])[first, second, other]) (await host.EndOfAsync(id)).Status.ShouldBe(ExecutionStatus.Completed);
    }

    [Fact]
    public async Task A_key_is_held_through_a_pause_and_by_the_next_host()
    {
        var host = new EngineHost();
        var ask = Workflows.Asking("ask");
        host.Registry.Add(new TestWorkflow("ask", ask.Steps, ask.RunAsync) { Options = new() { ConcurrencyLimit = 1 } });
        var first = await host.RunAsync("ask");
        await host.DisposeAsync();
        await using var next = new EngineHost(host);

        var second = await next.StartAsync("ask");
        (await next.GetAsync(second)).Status.ShouldBe(ExecutionStatus.Pending);
        await next.Engine.SupplyInputAsync(first.Id, "ask", new { approved = true }, cancellationToken: EngineHost.Token);

        (await next.EndOfAsync(first.Id)).Status.ShouldBe(ExecutionStatus.Completed);
        await next.UntilAsync(second, ExecutionStatus.Paused);
    }

    [Fact]
    public async Task One_that_waits_for_a_time_goes_on_however_many_wait_for_its_key()
    {
        await using var host = new EngineHost(options: new() { MaxConcurrentExecutions = 1, ShutdownGrace = TimeSpan.Zero });
        var wait = Workflows.Waiting("wait", TimeSpan.FromHours(1));
        host.Registry.Add(new TestWorkflow("wait", wait.Steps, wait.RunAsync) { Options = new() { ConcurrencyLimit = 1 } });
        var first = await host.StartAsync("wait");
        await host.UntilAsync(first, ExecutionStatus.Paused);
        var second = await host.StartAsync("wait");

        await host.PassTimeAsync(TimeSpan.FromHours(1));

        await host.UntilAsync(first, ExecutionStatus.Completed);
        await host.UntilAsync(second, ExecutionStatus.Paused);
    }

    [Fact]
    public async Task One_whose_time_comes_while_it_lies_down_still_has_its_key()
    {
        await using var host = new EngineHost();
        var wait = Workflows.Waiting("wait", TimeSpan.FromHours(1));
        host.Registry.Add(new TestWorkflow("wait", wait.Steps, wait.RunAsync) { Options = new() { ConcurrencyLimit = 1 } });
        host.Registry.Releasing = () => host.Time.Advance(TimeSpan.FromHours(1));

        (await host.RunAsync("wait")).Status.ShouldBe(ExecutionStatus.Completed);
    }

    [Fact]
    public async Task A_workflow_may_have_a_limit_of_its_own_in_the_host()
    {
        var (host, gates) = await HostAsync(new() { MaxConcurrentExecutionsPerWorkflow = 1 }, "one", "two");
        await using var _ = host;
        var first = await host.StartAsync("one");
        var second = await host.StartAsync("one");
        var other = await host.StartAsync("two");

        await host.UntilStartedAsync(first, "one");
        await host.UntilStartedAsync(other, "two");
        (await host.GetAsync(second)).Status.ShouldBe(ExecutionStatus.Pending);
        gates["one"].SetResult();

        (await host.EndOfAsync(second)).Status.ShouldBe(ExecutionStatus.Completed);
    }

    [Fact]
    public async Task The_same_start_key_starts_once()
    {
        await using var host = new EngineHost();
        host.Registry.Add(Workflows.Sequence("flow", "a"));

        var records = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.RunAsync("flow", """{"n":1}""", new() { StartKey = "k" })));

        records.Select(record => record.Id).Distinct().ShouldHaveSingleItem();
        host.Script.Started.ShouldHaveSingleItem();
        (await Should.ThrowAsync<StartKeyConflictException>(host.RunAsync("flow", """{"n":2}""", new() { StartKey = "k" }))).StartKey.ShouldBe("k");
        host.Registry.Leases.ShouldBe(0);
    }
}
