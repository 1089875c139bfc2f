using WorkflowKit.Log;
using WorkflowKit.Stores;

namespace WorkflowKit.Testing.Stores;

public abstract partial class ExecutionStoreContract
{
    [Fact]
    public async Task Entries_are_numbered_from_one_without_gaps_and_read_back_from_any_place()
    {
        var log = await RunningAsync();
        for (var line = 0; line < 40; line++) log.Append(Line($"line {line}"));
        await log.CommitAsync();

        var all = await Store.ReadAsync(log.Header.Id, 0, 1000);
        var some = await Store.ReadAsync(log.Header.Id, 39, 1);

        Assert.Equal(Enumerable.Range(1, 41).Select(number => (long)number), all.Select(entry => entry.Sequence));
        Assert.All(all, entry => Assert.Equal(log.Header.Id, entry.ExecutionId));
        Assert.Equal(40, Assert.Single(some).Sequence);
        Assert.Empty(await Store.ReadAsync(log.Header.Id, 41, 10));
        Assert.Empty(await Store.ReadAsync("nobody", 0, 10));
    }

    [Fact]
    public async Task Every_kind_of_entry_reads_back_as_it_was_appended()
    {
        ProgressEvent[] entries =
        [
            .. SampleLog.Entries(),
            new StepStarted(SampleLog.At(20), SampleLog.Book, "ship[2]/book", 100_000),
            new StepCompleted(SampleLog.At(21), SampleLog.Book, "ship[2]/book", 8_191, SampleLog.Json("1"), TimeSpan.FromDays(325)),
            new StepCompleted(SampleLog.At(22), SampleLog.Book, "ship[3]/book", 1, null, TimeSpan.FromDays(4_000)),
            new StepCompleted(SampleLog.At(23), SampleLog.Book, "ship[4]/book", 1, null, TimeSpan.FromSeconds(-1)),
            new ExecutionCompleted(SampleLog.At(24), 7L, TimeSpan.MaxValue),
        ];
        var log = (await Store.CreateAsync(Header(), "a")).Log!;
        foreach (var entry in entries) log.Append(entry);
        await log.CommitAsync();

        var read = await Store.ReadAsync(log.Header.Id, 0, 100);

        Assert.Equal(entries.Select(SampleLog.Journal), read.Select(SampleLog.Journal));
        Assert.Equal(entries.Select(entry => entry.GetType()), read.Select(entry => entry.GetType()));
    }

    [Fact]
    public async Task Values_as_deep_as_they_may_be_are_read_back()
    {
        // What the engine lets through: 256 levels.
        var deep = $"{new string('[', 256)}{new string(']', 256)}";
        var log = (await Store.CreateAsync(Header(inputs: deep), "a")).Log!;
        log.Append(new StepCompleted(SampleLog.At(1), SampleLog.Fetch, "fetch", 1, SampleLog.Json(deep), TimeSpan.FromSeconds(1)));
        await log.CommitAsync();

        var record = (await Store.FindAsync(log.Header.Id))!;

        Assert.Equal(deep, record.Header.Inputs.GetRawText());
        Assert.Contains(deep, SampleLog.Journal(Assert.Single(record.Entries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_appended_by_many_threads_all_have_their_own_place()
    {
        var log = await RunningAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var line = 0; line < 500; line++) log.Append(Line("x"));
        })));
        await log.CommitAsync();

        Assert.Equal(Enumerable.Range(1, 4001).Select(number => (long)number), (await log.ReadAsync()).Select(entry => entry.Sequence));
    }

    [Fact]
    public async Task A_record_shows_one_moment_and_does_not_change_after_it()
    {
        var log = await RunningAsync();
        var before = await Store.FindAsync(log.Header.Id);

        log.Append(Completed());
        await log.CommitAsync(new ExecutionChange(ExecutionStatus.Completed));

        Assert.Equal(ExecutionStatus.Running, before!.Status);
        Assert.Equal(1, before.LastSequence);
        Assert.Null(before.CompletedAt);
        Assert.Equal(ExecutionStatus.Completed, (await Store.FindAsync(log.Header.Id))!.Status);
        Assert.Null(await Store.FindAsync("nobody"));
    }

    [Fact]
    public async Task A_status_changes_only_in_a_legal_way()
    {
        var log = await FinishedAsync();

        var error = await Assert.ThrowsAsync<ExecutionStateException>(async () => await log.CommitAsync(new ExecutionChange(ExecutionStatus.Running)));

        Assert.Equal(ExecutionStatus.Completed, error.Status);
        Assert.Equal(ExecutionStatus.Completed, (await Store.FindAsync(log.Header.Id))!.Status);
    }

    [Fact]
    public async Task The_same_start_key_and_inputs_give_the_same_execution_and_other_inputs_a_conflict()
    {
        var first = await Store.CreateAsync(Header(startKey: "k", inputs: """{"a":1}"""), "a");

        var second = await Store.CreateAsync(Header(startKey: "k", inputs: """{"a":1.0}"""), "a");
        var conflict = await Assert.ThrowsAsync<StartKeyConflictException>(async () => await Store.CreateAsync(Header(startKey: "k", inputs: """{"a":2}"""), "a"));
        await Assert.ThrowsAsync<StartKeyConflictException>(async () => await Store.CreateAsync(Header("other", startKey: "k", inputs: """{"a":1}"""), "a"));
        Assert.True((await Store.CreateAsync(Header(startKey: "k", inputs: """{"a":1}""", userId: "eve"), "a")).IsNew, "a key is a user's own");

        Assert.Equal(new ExecutionCreation(first.Id, null, IsNew: false), second);
        Assert.Equal(first.Id, conflict.ExecutionId);
        Assert.Equal("k", conflict.StartKey);
    }
}
