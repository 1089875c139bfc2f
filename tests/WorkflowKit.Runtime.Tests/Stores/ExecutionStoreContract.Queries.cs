using WorkflowKit.Stores;

namespace WorkflowKit.Tests.Stores;

public abstract partial class ExecutionStoreContract
{
    [Fact]
    public async Task Pages_come_newest_first_and_join_without_gap_or_overlap()
    {
        var ids = new List<string>();
        for (var count = 0; count < 7; count++) ids.Add((await FinishedAsync()).Header.Id);

        var first = await Store.QueryAsync(new ExecutionQuery { Limit = 3 });
        await FinishedAsync();
        var second = await Store.QueryAsync(new ExecutionQuery { Limit = 3, After = first.Next });
        var third = await Store.QueryAsync(new ExecutionQuery { Limit = 3, After = second.Next });

        first.Items.Concat(second.Items).Concat(third.Items).Select(item => item.Id).ShouldBe(ids.AsEnumerable().Reverse());
        third.Next.ShouldBeNull();
    }

    [Fact]
    public async Task Every_member_of_a_query_narrows_it()
    {
        var early = await FinishedAsync(Header(userId: "ann"));
        Clock.Advance(TimeSpan.FromHours(1));
        var late = await RunningAsync(header: Header("invoices", userId: "bob", parentId: "mother"));
        var noon = Clock.GetUtcNow();

        async Task<string> Find(ExecutionQuery query) => string.Join(",", (await Store.QueryAsync(query)).Items.Select(item => item.Id));

        (await Find(new() { WorkflowId = "invoices" })).ShouldBe(late.Header.Id);
        (await Find(new() { UserId = "ann" })).ShouldBe(early.Header.Id);
        (await Find(new() { Statuses = [ExecutionStatus.Completed, ExecutionStatus.Failed] })).ShouldBe(early.Header.Id);
        (await Find(new() { Trigger = ExecutionTrigger.Scheduled })).ShouldBeEmpty();
        (await Find(new() { ParentId = "mother" })).ShouldBe(late.Header.Id);
        (await Find(new() { From = noon })).ShouldBe(late.Header.Id);
        (await Find(new() { To = noon })).ShouldBe(early.Header.Id);
        (await Find(new() { Text = "INVOI" })).ShouldBe(late.Header.Id);
        (await Find(new())).ShouldBe($"{late.Header.Id},{early.Header.Id}");
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(501, null)]
    [InlineData(10, "somewhere")]
    public async Task A_query_out_of_bounds_is_refused(int limit, string? after) =>
        await Should.ThrowAsync<ArgumentException>(async () => await Store.QueryAsync(new ExecutionQuery { Limit = limit, After = after }));

    [Fact]
    public async Task A_summary_tells_when_it_ran()
    {
        var log = await RunningAsync();
        Clock.Advance(TimeSpan.FromSeconds(5));
        log.Append(Completed());
        await log.CommitAsync(new ExecutionChange(ExecutionStatus.Completed));

        var summary = (await Store.QueryAsync(new ExecutionQuery())).Items.ShouldHaveSingleItem();

        summary.Duration.ShouldBe(TimeSpan.FromSeconds(5));
        summary.Status.ShouldBe(ExecutionStatus.Completed);
    }

    [Fact]
    public async Task Finished_executions_are_purged_in_batches_when_their_time_has_come()
    {
        var now = Clock.GetUtcNow();
        var ids = new List<string>();
        for (var count = 0; count < 5; count++) ids.Add((await FinishedAsync(Header(startKey: $"k{count}"), now.AddDays(count < 3 ? 1 : 30))).Header.Id);
        (await Store.PurgeAsync(10)).ShouldBe(0);
        Clock.Advance(TimeSpan.FromDays(1));

        (await Store.PurgeAsync(2)).ShouldBe(2);
        (await Store.PurgeAsync(2)).ShouldBe(1);

        (await Store.QueryAsync(new ExecutionQuery())).Items.Select(item => item.Id).ShouldBe([ids[4], ids[3]]);
        (await Store.FindAsync(ids[0])).ShouldBeNull();
        (await Store.CreateAsync(Header(startKey: "k0", inputs: """{"other":true}"""), null)).IsNew.ShouldBeTrue();
    }
}
