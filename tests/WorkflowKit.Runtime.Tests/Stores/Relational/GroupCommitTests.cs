using WorkflowKit.Stores;

namespace WorkflowKit.Tests.Stores.Relational;

public sealed class GroupCommitTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task What_arrives_while_a_commit_is_under_way_shares_the_next()
    {
        var (batches, first) = (new List<int>(), new TaskCompletionSource());
        var group = new GroupCommit<Write>(100, async batch =>
        {
            batches.Add(batch.Count);
            await first.Task;
        });
        var writes = Enumerable.Range(0, 10).Select(_ => new Write()).ToList();

        group.Add(writes[0]);
        await UntilAsync(() => batches.Count == 1);
        foreach (var write in writes.Skip(1)) group.Add(write);
        first.SetResult();

        await Task.WhenAll(writes.Select(static write => write.Done)).WaitAsync(Patience, TestContext.Current.CancellationToken);
        batches.ShouldBe([1, 9]);
    }

    [Fact]
    public async Task A_batch_is_never_larger_than_it_may_be()
    {
        var batches = new List<int>();
        var gate = new TaskCompletionSource();
        var group = new GroupCommit<Write>(3, async batch =>
        {
            batches.Add(batch.Count);
            await gate.Task;
        });
        var writes = Enumerable.Range(0, 10).Select(_ => new Write()).ToList();

        foreach (var write in writes) group.Add(write);
        gate.SetResult();

        await Task.WhenAll(writes.Select(static write => write.Done)).WaitAsync(Patience, TestContext.Current.CancellationToken);
        batches.Max().ShouldBeLessThanOrEqualTo(3);
    }

    [Fact]
    public async Task One_that_keeps_its_thread_when_it_goes_on_holds_up_no_other()
    {
        using var others = new CountdownEvent(19);
        var gate = new TaskCompletionSource();
        var group = new GroupCommit<Write>(100, async _ => await gate.Task);
        var writes = Enumerable.Range(0, 20).Select(_ => new Write()).ToList();
        var kept = writes[5].Done.ContinueWith(_ => others.Wait(Patience), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        foreach (var write in writes.Where(write => write != writes[5]))
            _ = write.Done.ContinueWith(_ => others.Signal(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

        foreach (var write in writes) group.Add(write);
        gate.SetResult();

        (await kept).ShouldBeTrue("the others went on meanwhile");
    }

    [Fact]
    public async Task Whoever_adds_when_each_is_committed_and_completed_once()
    {
        var committed = 0;
        var group = new GroupCommit<Write>(50, batch =>
        {
            committed += batch.Count;
            return default;
        });

        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 500; i++)
            {
                var write = new Write();
                group.Add(write);
                await write.Done;
            }
        }))).WaitAsync(Patience, TestContext.Current.CancellationToken);

        committed.ShouldBe(40 * 500);
    }

    private static Task UntilAsync(Func<bool> holds) => Poll.UntilAsync(holds, Patience, static () => new("It does not come to hold."), TestContext.Current.CancellationToken);

    private sealed class Write : IGroupWrite
    {
        private readonly TaskCompletionSource _done = new();

        public bool IsShared => false;

        public Task Done => _done.Task;

        public void Complete() => _done.SetResult();
    }
}
