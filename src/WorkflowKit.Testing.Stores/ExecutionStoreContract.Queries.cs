using WorkflowKit.Stores;

namespace WorkflowKit.Testing.Stores;

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

        Assert.Equal(ids.AsEnumerable().Reverse(), first.Items.Concat(second.Items).Concat(third.Items).Select(item => item.Id));
        Assert.Null(third.Next);
    }

    [Fact]
    public async Task Every_member_of_a_query_narrows_it()
    {
        var early = await FinishedAsync(Header(userId: "ann"));
        Clock.Advance(TimeSpan.FromHours(1));
        var late = await RunningAsync(header: Header("invoices", userId: "bob", parentId: "mother"));
        var noon = Clock.GetUtcNow();

        async Task<string> Find(ExecutionQuery query) => string.Join(",", (await Store.QueryAsync(query)).Items.Select(item => item.Id));

        Assert.Equal(late.Header.Id, await Find(new() { WorkflowId = "invoices" }));
        Assert.Equal(early.Header.Id, await Find(new() { UserId = "ann" }));
        Assert.Equal(early.Header.Id, await Find(new() { Statuses = [ExecutionStatus.Completed, ExecutionStatus.Failed] }));
        Assert.Empty(await Find(new() { Trigger = ExecutionTrigger.Scheduled }));
        Assert.Equal(late.Header.Id, await Find(new() { ParentId = "mother" }));
        Assert.Equal(late.Header.Id, await Find(new() { From = noon }));
        Assert.Equal(early.Header.Id, await Find(new() { To = noon }));
        Assert.Equal(late.Header.Id, await Find(new() { Text = "INVOI" }));
        Assert.Empty(await Find(new() { HasNoUser = true }));
        Assert.Equal($"{late.Header.Id},{early.Header.Id}", await Find(new()));
    }

    [Fact]
    public async Task Executions_are_found_by_their_ids_and_by_having_no_user()
    {
        var anns = await FinishedAsync(Header(userId: "ann"));
        var free = await RunningAsync();
        var other = await RunningAsync();

        async Task<string> Find(ExecutionQuery query) => string.Join(",", (await Store.QueryAsync(query)).Items.Select(item => item.Id));

        Assert.Equal($"{other.Header.Id},{free.Header.Id}", await Find(new() { HasNoUser = true }));
        Assert.Equal(2, (await Store.CountAsync(new() { HasNoUser = true })).Total);
        Assert.Equal($"{free.Header.Id},{anns.Header.Id}", await Find(new() { Ids = [anns.Header.Id, free.Header.Id, "nothing"] }));
        Assert.Equal(2, (await Store.CountAsync(new() { Ids = [anns.Header.Id, free.Header.Id, free.Header.Id] })).Total);
        Assert.Equal(anns.Header.Id, await Find(new() { Ids = [anns.Header.Id, free.Header.Id], UserId = "ann" }));
        Assert.Equal(free.Header.Id, await Find(new() { Ids = [anns.Header.Id, free.Header.Id], Statuses = [ExecutionStatus.Running] }));
        Assert.Equal(free.Header.Id, await Find(new() { Ids = [anns.Header.Id, free.Header.Id], Limit = 1 }));
        Assert.Empty(await Find(new() { Ids = [] }));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.QueryAsync(new() { Ids = [.. Enumerable.Range(0, ExecutionQuery.MaxLimit + 1).Select(static one => $"id-{one}")] }));
    }

    [Fact]
    public async Task Tags_are_kept_and_found_by_newest_first_where_all_of_them_are_there()
    {
        var both = await FinishedAsync(Header(userId: "ann", tags: ["north", "Größe 😀"]));
        Clock.Advance(TimeSpan.FromHours(1));
        var noon = Clock.GetUtcNow();
        var one = await RunningAsync(header: Header(parentId: "mother", tags: ["north"]));
        var none = await RunningAsync();

        async Task<string> Find(ExecutionQuery query) => string.Join(",", (await Store.QueryAsync(query)).Items.Select(item => item.Id));

        Assert.Equal($"{one.Header.Id},{both.Header.Id}", await Find(new() { Tags = ["north"] }));
        Assert.Equal(both.Header.Id, await Find(new() { Tags = ["north", "Größe 😀"] }));
        Assert.Equal(both.Header.Id, await Find(new() { Tags = ["Größe 😀", "north"], UserId = "ann", Statuses = [ExecutionStatus.Completed, ExecutionStatus.Failed], To = noon }));
        Assert.Equal(one.Header.Id, await Find(new() { Tags = ["north"], From = noon }));
        Assert.Equal(one.Header.Id, await Find(new() { Tags = ["north"], ParentId = "mother" }));
        Assert.Empty(await Find(new() { Tags = ["North"] }));
        Assert.Empty(await Find(new() { Tags = ["north", "south"] }));
        var first = await Store.QueryAsync(new() { Tags = ["north"], Limit = 1 });
        Assert.Equal(both.Header.Id, await Find(new() { Tags = ["north"], Limit = 1, After = first.Next }));
        Assert.Equal(1, (await Store.CountAsync(new() { Tags = ["north"] })).Of(ExecutionStatus.Running));
        Assert.Equal(1, (await Store.CountAsync(new() { Tags = ["Größe 😀", "north"] })).Total);
        Assert.Equal(["north", "Größe 😀"], (await Store.FindAsync(both.Header.Id))!.Tags);
        Assert.Equal(["north"], first.Items[0].Tags);
        Assert.Empty((await Store.FindAsync(none.Header.Id))!.Tags);
        await Store.ReleaseAsync("a");
        Assert.Equal(["north"], (await Store.ClaimAsync(one.Header.Id, "b"))!.Header.Tags);
    }

    [Fact]
    public async Task Executions_are_counted_by_day_and_status()
    {
        await FinishedAsync(Header(userId: "ann"));
        await FinishedAsync(Header(userId: "bob"));
        Clock.Advance(TimeSpan.FromDays(1));
        await RunningAsync(header: Header("invoices", userId: "ann"));
        var today = DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

        var all = await Store.CountAsync(new());
        var anns = await Store.CountAsync(new() { UserId = "ann", Limit = 1 });

        Assert.Equal([new DailyCount(today, ExecutionStatus.Running, 1), new DailyCount(today.AddDays(-1), ExecutionStatus.Completed, 2)], all.Days);
        Assert.Equal(3, all.Total);
        Assert.Equal(1, anns.Of(ExecutionStatus.Completed));
        Assert.Equal(0, (await Store.CountAsync(new() { Statuses = [ExecutionStatus.Failed] })).Total);
        Assert.Empty((await Store.CountAsync(new() { WorkflowId = "nothing" })).Days);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(501, null)]
    [InlineData(10, "somewhere")]
    public async Task A_query_out_of_bounds_is_refused(int limit, string? after) =>
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.QueryAsync(new ExecutionQuery { Limit = limit, After = after }));

    [Fact]
    public async Task A_summary_tells_when_it_ran()
    {
        var log = await RunningAsync();
        Clock.Advance(TimeSpan.FromSeconds(5));
        log.Append(Completed());
        await log.CommitAsync(new ExecutionChange(ExecutionStatus.Completed));

        var summary = Assert.Single((await Store.QueryAsync(new ExecutionQuery())).Items);

        Assert.Equal(TimeSpan.FromSeconds(5), summary.Duration);
        Assert.Equal(ExecutionStatus.Completed, summary.Status);
    }
}
