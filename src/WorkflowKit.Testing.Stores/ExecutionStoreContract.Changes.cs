using WorkflowKit.Stores;

namespace WorkflowKit.Testing.Stores;

public abstract partial class ExecutionStoreContract
{
    [Fact]
    public async Task What_is_new_or_has_another_status_is_found_from_a_mark_on()
    {
        var old = await FinishedAsync();
        var waiting = await RunningAsync();
        var mark = await MarkAsync();

        var created = (await Store.CreateAsync(Header(), null)).Id;
        waiting.Append(Line("on its way"));
        await waiting.CommitAsync(new ExecutionChange(ExecutionStatus.Paused) { Release = true });
        var ended = await FinishedAsync();
        var changes = await Store.FindChangesAsync(mark, 10);

        Assert.Equal(new[] { created, waiting.Header.Id, ended.Header.Id }.Order(), changes.Changed.Order());
        Assert.DoesNotContain(old.Header.Id, changes.Changed);
        Assert.Empty(changes.Removed);
        Assert.False(changes.IsIncomplete);
    }

    [Fact]
    public async Task From_the_mark_of_the_last_look_only_what_came_since_is_found()
    {
        var first = await MarkAsync();
        var log = await RunningAsync();
        var second = await Store.FindChangesAsync(first, 10);
        log.Append(Line("nothing that a list shows"));
        await log.CommitAsync();

        var nothing = await Store.FindChangesAsync(second.Mark, 10);
        log.Append(Completed());
        await log.CommitAsync(new ExecutionChange(ExecutionStatus.Completed));
        var end = await Store.FindChangesAsync(nothing.Mark, 10);

        Assert.Equal([log.Header.Id], second.Changed);
        Assert.Empty(nothing.Changed);
        Assert.Equal([log.Header.Id], end.Changed);
        Assert.Equal([log.Header.Id], (await Store.FindChangesAsync(first, 10)).Changed);
    }

    [Fact]
    public async Task What_was_deleted_or_purged_is_found_with_its_user()
    {
        var deleted = await FinishedAsync(Header(userId: "ann"));
        var purged = await FinishedAsync(Header(), Clock.GetUtcNow());
        var mark = await MarkAsync();

        await Store.DeleteAsync(deleted.Header.Id);
        await Store.PurgeAsync(10);
        var changes = await Store.FindChangesAsync(mark, 10);

        Assert.Equal([new RemovedExecution(deleted.Header.Id, "ann"), new RemovedExecution(purged.Header.Id, null)], changes.Removed.OrderBy(one => one.UserId is null));
        Assert.Empty(changes.Changed);
        Assert.Empty((await Store.FindChangesAsync(changes.Mark, 10)).Removed);
    }

    [Fact]
    public async Task One_that_was_removed_and_has_come_again_is_there()
    {
        var log = await FinishedAsync();
        var mark = await MarkAsync();
        var record = (await Store.FindAsync(log.Header.Id))!;
        await Store.DeleteAsync(record.Id);

        await Store.ImportAsync(new FinishedExecution(record.Header, record.Status, record.Entries, null));
        var changes = await Store.FindChangesAsync(mark, 10);

        Assert.Equal([record.Id], changes.Changed);
        Assert.Empty(changes.Removed);
    }

    [Fact]
    public async Task Where_more_has_changed_than_was_asked_for_the_answer_says_so()
    {
        var mark = await MarkAsync();
        for (var count = 0; count < 3; count++) await FinishedAsync(purgeAt: Clock.GetUtcNow());

        Assert.False((await Store.FindChangesAsync(mark, 3)).IsIncomplete);
        Assert.True((await Store.FindChangesAsync(mark, 2)).IsIncomplete);
        mark = await MarkAsync();
        await Store.PurgeAsync(10);

        Assert.False((await Store.FindChangesAsync(mark, 3)).IsIncomplete);
        Assert.True((await Store.FindChangesAsync(mark, 2)).IsIncomplete);
    }

    [Fact]
    public async Task Changes_that_happen_while_others_look_are_missed_by_none()
    {
        const int count = 60;
        var mark = await MarkAsync();
        var writing = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var made = 0; made < count / 4; made++) await FinishedAsync();
        })));
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);

        bool isOver;
        do
        {
            isOver = writing.IsCompleted;
            var changes = await Store.FindChangesAsync(mark, 1_000);
            mark = changes.Mark;
            foreach (var id in changes.Changed) seen[id] = seen.GetValueOrDefault(id) + 1;
        }
        while (!isOver);
        await writing;

        Assert.Equal(count, seen.Count);
        // Created, begun, ended: each look tells of each change once at the most.
        Assert.All(seen.Values, times => Assert.InRange(times, 1, 3));
    }

    [Fact]
    public async Task A_mark_of_long_ago_is_still_good_or_the_answer_says_that_it_is_not()
    {
        var removed = await FinishedAsync();
        var mark = await MarkAsync();
        await Store.DeleteAsync(removed.Header.Id);

        Clock.Advance(TimeSpan.FromMinutes(9));
        await Store.PurgeAsync(10);
        var soon = await Store.FindChangesAsync(mark, 10);
        Clock.Advance(TimeSpan.FromHours(1));
        await Store.PurgeAsync(10);
        var late = await Store.FindChangesAsync(mark, 10);

        Assert.False(soon.IsIncomplete);
        Assert.Equal(removed.Header.Id, Assert.Single(soon.Removed).Id);
        Assert.True(late.IsIncomplete || late.Removed.Count == 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("1/2")]
    [InlineData("1-x")]
    public async Task A_mark_that_no_look_gave_is_refused(string mark) => await Assert.ThrowsAsync<ArgumentException>(async () => await Store.FindChangesAsync(mark, 10));

    private async Task<string> MarkAsync()
    {
        var changes = await Store.FindChangesAsync(null, 1);
        Assert.Empty(changes.Changed);
        Assert.Empty(changes.Removed);
        return changes.Mark;
    }
}
