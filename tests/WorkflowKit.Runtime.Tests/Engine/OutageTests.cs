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
}
