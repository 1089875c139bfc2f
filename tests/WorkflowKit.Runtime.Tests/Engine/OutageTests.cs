using WorkflowKit.Stores;
using WorkflowKit.Tests.Engine.Support;

namespace WorkflowKit.Tests.Engine;

public sealed class OutageTests
{
    [Theory]
    [InlineData(1), InlineData(30)]
    public async Task A_store_that_fails_for_a_while_holds_progress_up_and_loses_nothing(int minutes)
    {
        var memory = new EngineHost();
        var store = new FailingStore(memory.Store);
        await using var host = new EngineHost(memory, store: store);
        host.Registry.Add(Workflows.Sequence("flow", "a", "b"));
        host.Script.On("a", (_, _) =>
        {
            store.Fails = true;
            return new("a");
        });
        var id = await host.StartAsync("flow");
        await host.UntilAsync(id, _ => store.Failures > 0);

        for (var second = 0; second < minutes * 60; second++) host.Time.Advance(TimeSpan.FromSeconds(1));
        host.Script.Started.ShouldNotContain("b");
        store.Fails = false;

        var record = await host.UntilAsync(id, record =>
        {
            host.Time.Advance(TimeSpan.FromSeconds(1));
            return record.Status is ExecutionStatus.Completed;
        });
        record.StepResults.ShouldAllBe(step => step.Status == StepStatus.Completed);
        host.Script.Started.ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task What_a_long_step_has_begun_with_is_tried_again_with_growing_pauses()
    {
        var memory = new EngineHost();
        var store = new FailingStore(new BufferingStore(memory.Store));
        await using var host = new EngineHost(memory, store: store);
        host.Registry.Add(Workflows.Sequence("flow", "a"));
        var (begun, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        host.Script.On("a", async (_, _) =>
        {
            store.Fails = true;
            begun.SetResult();
            await end.Task;
            return "a";
        });
        var id = await host.StartAsync("flow");
        await begun.Task;

        for (var moment = 0; moment < 500; moment++)
        {
            host.Time.Advance(TimeSpan.FromMilliseconds(20));
            await Task.Yield();
        }

        // Pauses of 0.1 s and then twice as long each time: ten seconds have room for seven tries.
        store.Failures.ShouldBeInRange(1, 7);
        store.Fails = false;
        end.SetResult();
        await host.PassTimeUntilAsync(TimeSpan.FromSeconds(1), id, ExecutionStatus.Completed);
    }

    [Fact]
    public async Task A_run_and_the_late_commit_of_its_step_that_meet_the_same_failure_are_one_line_of_the_hosts_log()
    {
        var memory = new EngineHost();
        var store = new FailingStore(new BufferingStore(memory.Store));
        var log = new LogRecorder();
        await using var host = new EngineHost(memory, store: store, loggers: log);
        host.Registry.Add(Workflows.Sequence("flow", "a"));
        var (begun, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        host.Script.On("a", async (_, _) =>
        {
            store.Fails = true;
            begun.SetResult();
            await end.Task;
            return "a";
        });
        var id = await host.StartAsync("flow");
        await begun.Task;
        await host.UntilAsync(id, _ =>
        {
            if (store.Failures == 0) host.Time.Advance(TimeSpan.FromMilliseconds(20));
            return store.Failures == 1;
        });

        end.SetResult();
        await host.UntilAsync(id, _ => store.Failures == 2);

        log.Lines.Count(static line => line.Event == 2004).ShouldBe(1);
        store.Fails = false;
        await host.UntilAsync(id, record =>
        {
            host.Time.Advance(TimeSpan.FromSeconds(1));
            return record.Status is ExecutionStatus.Completed;
        });
    }

    [Fact]
    public async Task A_control_that_cannot_be_read_is_looked_for_again_after_a_pause()
    {
        var memory = new EngineHost();
        var store = new DeafStore(memory.Store) { IsDeaf = true };
        await using var host = new EngineHost(memory, store: store);
        host.Registry.Add(Workflows.Waiting("flow", TimeSpan.FromDays(1)));
        var id = await host.StartAsync("flow");
        await host.UntilAsync(id, ExecutionStatus.Paused);
        var cancelling = host.Engine.CancelAsync(id, null, EngineHost.Token);
        await host.UntilAsync(id, _ => store.Looks > 0);
        await host.RestAsync();
        store.Looks.ShouldBe(1);

        store.IsDeaf = false;
        await host.UntilAsync(id, record =>
        {
            host.Time.Advance(TimeSpan.FromSeconds(1));
            return record.Status is ExecutionStatus.Cancelled;
        });

        await cancelling;
    }

    /// <summary>A store of which nobody learns what was asked for.</summary>
    private sealed class DeafStore(IExecutionStore inner) : StoreDecorator(inner)
    {
        private int _looks;

        internal bool IsDeaf { get; set; }

        internal int Looks => Volatile.Read(ref _looks);

        protected override IExecutionLog Decorate(IExecutionLog log) => new Log(log, this);

        private sealed class Log(IExecutionLog inner, DeafStore store) : LogDecorator(inner)
        {
            public override ValueTask<IReadOnlyList<ControlRequest>> ReadControlsAsync(CancellationToken cancellationToken = default)
            {
                Interlocked.Increment(ref store._looks);
                return store.IsDeaf ? throw new IOException("It hears nothing.") : base.ReadControlsAsync(cancellationToken);
            }
        }
    }
}
