using WorkflowKit.Log;
using WorkflowKit.Stores;
using WorkflowKit.Tests.Log;

namespace WorkflowKit.Tests.Stores;

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

        all.Select(entry => entry.Sequence).ShouldBe(Enumerable.Range(1, 41).Select(number => (long)number));
        all.ShouldAllBe(entry => entry.ExecutionId == log.Header.Id);
        some.ShouldHaveSingleItem().Sequence.ShouldBe(40);
        (await Store.ReadAsync(log.Header.Id, 41, 10)).ShouldBeEmpty();
        (await Store.ReadAsync("nobody", 0, 10)).ShouldBeEmpty();
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

        read.Select(SampleLog.Journal).ShouldBe(entries.Select(SampleLog.Journal));
        read.Select(entry => entry.GetType()).ShouldBe(entries.Select(entry => entry.GetType()));
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

        (await log.ReadAsync()).Select(entry => entry.Sequence).ShouldBe(Enumerable.Range(1, 4001).Select(number => (long)number));
    }

    [Fact]
    public async Task A_record_shows_one_moment_and_does_not_change_after_it()
    {
        var log = await RunningAsync();
        var before = await Store.FindAsync(log.Header.Id);

        log.Append(Completed());
        await log.CommitAsync(new ExecutionChange(ExecutionStatus.Completed));

        before!.Status.ShouldBe(ExecutionStatus.Running);
        before.LastSequence.ShouldBe(1);
        before.CompletedAt.ShouldBeNull();
        (await Store.FindAsync(log.Header.Id))!.Status.ShouldBe(ExecutionStatus.Completed);
        (await Store.FindAsync("nobody")).ShouldBeNull();
    }

    [Fact]
    public async Task A_status_changes_only_in_a_legal_way()
    {
        var log = await FinishedAsync();

        var error = await Should.ThrowAsync<ExecutionStateException>(async () => await log.CommitAsync(new ExecutionChange(ExecutionStatus.Running)));

        error.Status.ShouldBe(ExecutionStatus.Completed);
        (await Store.FindAsync(log.Header.Id))!.Status.ShouldBe(ExecutionStatus.Completed);
    }

    [Fact]
    public async Task The_same_start_key_and_inputs_give_the_same_execution_and_other_inputs_a_conflict()
    {
        var first = await Store.CreateAsync(Header(startKey: "k", inputs: """{"a":1}"""), "a");

        var second = await Store.CreateAsync(Header(startKey: "k", inputs: """{"a":1.0}"""), "a");
        var conflict = await Should.ThrowAsync<StartKeyConflictException>(async () => await Store.CreateAsync(Header(startKey: "k", inputs: """{"a":2}"""), "a"));
        await Should.ThrowAsync<StartKeyConflictException>(async () => await Store.CreateAsync(Header("other", startKey: "k", inputs: """{"a":1}"""), "a"));
        (await Store.CreateAsync(Header(startKey: "k", inputs: """{"a":1}""", userId: "eve"), "a")).IsNew.ShouldBeTrue("a key is a user's own");

        second.ShouldBe(new ExecutionCreation(first.Id, null, IsNew: false));
        conflict.ExecutionId.ShouldBe(first.Id);
        conflict.StartKey.ShouldBe("k");
    }
}
