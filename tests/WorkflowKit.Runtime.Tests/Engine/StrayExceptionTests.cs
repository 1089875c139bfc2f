using WorkflowKit.Expressions;
using WorkflowKit.Runs;
using WorkflowKit.Tests.Engine.Support;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Engine;

/// <summary>What steps start, and let throw. Were such an exception not caught, it would end the process of these tests.</summary>
public sealed class StrayExceptionTests : IAsyncDisposable
{
    private readonly EngineHost _host = new(options: new() { CatchStrayExceptions = true, ShutdownGrace = TimeSpan.Zero });
    private readonly TaskCompletionSource _never = new();

    public static TheoryData<string> Ways => ["thread", "pool", "async void", "thread of a thread"];

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory, MemberData(nameof(Ways))]
    public async Task An_exception_that_nobody_catches_fails_the_step_that_it_comes_from(string way)
    {
        _host.Registry.Add(Workflows.Sequence("flow", "a"), Workflows.Sequence("other", "b"));
        _host.Script.On("a", async (_, _) =>
        {
            Start(way);
            await _never.Task;
            return "";
        });

        var record = await _host.RunAsync("flow");

        record.Status.ShouldBe(ExecutionStatus.Failed);
        record.StepResults.ShouldHaveSingleItem().Error!.Message.ShouldContain("astray");
        (await _host.RunAsync("other")).Status.ShouldBe(ExecutionStatus.Completed);
    }

    [Fact]
    public async Task One_that_comes_after_the_step_has_ended_changes_nothing()
    {
        var (ended, thrown) = (new ManualResetEventSlim(), new TaskCompletionSource<Thread>());
        _host.Registry.Add(Workflows.Sequence("flow", "a"), Workflows.Sequence("other", "b"));
        _host.Script.On("a", (_, _) =>
        {
            var thread = new Thread(() =>
            {
                ended.Wait();
                throw new InvalidOperationException("astray");
            });
            thread.Start();
            thrown.SetResult(thread);
            return new("a");
        });

        (await _host.RunAsync("flow")).Status.ShouldBe(ExecutionStatus.Completed);
        ended.Set();

        (await thrown.Task).Join(TimeSpan.FromSeconds(20)).ShouldBeTrue();
        (await _host.RunAsync("other")).Status.ShouldBe(ExecutionStatus.Completed);
    }

    [Fact]
    public async Task A_step_that_says_all_is_well_after_its_thread_has_thrown_has_failed()
    {
        _host.Registry.Add(Workflows.Sequence("flow", "a"));
        _host.Script.On("a", (_, _) =>
        {
            var thread = new Thread(Throw);
            thread.Start();
            thread.Join();
            return new("a");
        });

        (await _host.RunAsync("flow")).StepResults.ShouldHaveSingleItem().Error!.Message.ShouldBe("astray");
    }

    [Fact]
    public async Task A_stray_exception_is_one_attempt_that_is_tried_again()
    {
        var slot = new ActivitySlot<Call.Input, Call.Output>("a", "test.call") { Retry = new(2, TimeSpan.Zero) };
        _host.Registry.Add(new TestWorkflow("flow", [slot], async run => Cel.Of((await run.At(slot).ExecuteAsync(new("x"))).Value)));
        _host.Script.On("a", async (context, _) =>
        {
            if (context.Attempt > 1) return "well";
            new Thread(Throw).Start();
            await _never.Task;
            return "";
        });

        (await _host.RunAsync("flow")).Outputs!.Value.GetString().ShouldBe("well");
    }

    [Fact]
    public async Task A_task_that_nobody_awaits_fails_unseen_and_the_step_completes()
    {
        Task? left = null;
        _host.Registry.Add(Workflows.Sequence("flow", "a"));
        _host.Script.On("a", (_, _) =>
        {
            left = Task.Run(Throw, CancellationToken.None);
            return new("a");
        });

        (await _host.RunAsync("flow")).Status.ShouldBe(ExecutionStatus.Completed);

        (await Should.ThrowAsync<InvalidOperationException>(left!)).Message.ShouldBe("astray");
    }

    private static void Start(string way)
    {
        if (way == "thread") new Thread(Throw).Start();
        if (way == "thread of a thread") new Thread(() => new Thread(Throw).Start()).Start();
        if (way == "pool") ThreadPool.QueueUserWorkItem(_ => Throw());
        if (way == "async void") ThrowLater();
    }

    private static async void ThrowLater()
    {
        await Task.Yield();
        Throw();
    }

    private static void Throw() => throw new InvalidOperationException("astray");
}
