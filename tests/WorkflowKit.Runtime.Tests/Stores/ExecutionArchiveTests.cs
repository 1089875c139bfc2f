using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using WorkflowKit.Log;
using WorkflowKit.Stores;
using WorkflowKit.Testing.Stores;

namespace WorkflowKit.Tests.Stores;

/// <summary>Finished executions are packed away; nobody who asks may notice.</summary>
public sealed class ExecutionArchiveTests
{
    // More than one chunk holds.
    private const int Many = 4_000;

    private readonly FakeTimeProvider _clock = new(SampleLog.Start);
    private readonly InMemoryExecutionStore _store;

    public ExecutionArchiveTests() => _store = new InMemoryExecutionStore(_clock);

    [Fact]
    public async Task All_that_is_known_of_a_finished_execution_reads_back()
    {
        var header = new ExecutionHeader
        {
            Id = "0199d2a0-0000-7000-8000-000000000001", WorkflowId = "orders", WorkflowName = "Orders", DefinitionHash = "hash", Inputs = SampleLog.Json("""{"orderId":"A-17"}"""),
            CreatedAt = SampleLog.At(-1), UserId = "ann", Trigger = ExecutionTrigger.Child, ParentId = "parent", ParentPath = "call[2]/child", RerunOf = "earlier",
            StartKey = "key", Tags = ["north", "urgent"], ConcurrencyKey = "A-17", ConcurrencyLimit = 3,
        };

        await FinishAsync(header, SampleLog.Entries());

        var record = (await _store.FindAsync(header.Id))!;
        JsonSerializer.Serialize(record.Header).ShouldBe(JsonSerializer.Serialize(header));
        record.Entries.Select(SampleLog.Journal).ShouldBe(SampleLog.Entries().Select(SampleLog.Journal));
    }

    [Theory]
    [InlineData("A-17")]
    [InlineData("0199D2A0-0000-7000-8000-00000000000A")]
    [InlineData("0199d2a0-0000-7000-8000-00000000000a")]
    public async Task Ids_of_any_form_come_back_letter_by_letter(string id)
    {
        await FinishAsync(Header(id), Straight(0));

        (await _store.FindAsync(id))!.Id.ShouldBe(id);
        (await _store.FindAsync(id.Replace('A', 'b').Replace('a', 'A'))).ShouldBeNull();
    }

    [Fact]
    public async Task Executions_that_are_alike_keep_their_own_times_values_and_ends()
    {
        var ids = await FinishManyAsync();

        for (var index = 0; index < Many; index += 97)
        {
            var record = (await _store.FindAsync(ids[index]))!;
            record.Entries.Select(SampleLog.Journal).ShouldBe(Placed(record.Id, Straight(index)).Select(SampleLog.Journal));
        }
    }

    [Fact]
    public async Task Pages_go_through_finished_and_running_ones_in_the_order_of_creation()
    {
        var ids = await FinishManyAsync();
        await _store.CreateAsync(Header("running"), "a");

        var page = await _store.QueryAsync(new() { Limit = 3 });
        var next = await _store.QueryAsync(new() { Limit = 2, After = page.Next });

        page.Items.Select(one => one.Id).ShouldBe(["running", ids[^1], ids[^2]]);
        next.Items.Select(one => one.Id).ShouldBe([ids[^3], ids[^4]]);
    }

    [Fact]
    public async Task A_failed_execution_that_is_retried_goes_on_where_it_stood()
    {
        var header = Header("0199d2a0-0000-7000-8000-00000000000b");
        var failure = new ExecutionFailed(SampleLog.At(9), new StepError("book", "book", "Refused", "HttpRequestException", null));
        await FinishAsync(header, [.. Straight(0).SkipLast(1), failure], ExecutionStatus.Failed);
        var before = (await _store.FindAsync(header.Id))!;

        var log = (await _store.ClaimAsync(header.Id, "b"))!;
        await log.CommitAsync(new ExecutionChange(ExecutionStatus.Running) { Entry = new ExecutionResumed(SampleLog.At(20), PauseReason.User) });
        await log.CommitAsync(new ExecutionChange(ExecutionStatus.Completed) { Entry = new ExecutionCompleted(SampleLog.At(21), null, TimeSpan.FromSeconds(21)) });

        var after = (await _store.FindAsync(header.Id))!;
        after.Status.ShouldBe(ExecutionStatus.Completed);
        after.Entries.Select(entry => entry.Type).ShouldBe([.. before.Entries.Select(entry => entry.Type), "execution_resumed", "execution_completed"]);
        before.Entries.Count.ShouldBe(4);
    }

    [Fact]
    public async Task The_last_owner_writes_nothing_more_after_the_end()
    {
        var log = await FinishAsync(Header("a"), Straight(0));

        log.Append(new LogWritten(SampleLog.At(5), Microsoft.Extensions.Logging.LogLevel.Information, "late"));

        await Should.ThrowAsync<ExecutionTakenOverException>(async () => await log.CommitAsync());
        (await _store.ReadAsync("a", 0, 10)).Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_control_request_to_a_finished_execution_is_handed_to_whoever_claims_it()
    {
        await FinishAsync(Header("a"), Straight(0));

        (await _store.AddControlAsync(new ControlRequest("a", ControlKind.Retry, SampleLog.At(9)))).ShouldBeTrue();

        (await _store.FindDueAsync("b", 10)).Ids.ShouldBe(["a"]);
        var log = (await _store.ClaimAsync("a", "b"))!;
        (await log.ReadControlsAsync()).ShouldHaveSingleItem().Kind.ShouldBe(ControlKind.Retry);
    }

    [Fact]
    public async Task Executions_that_end_after_somebody_asked_are_found_as_well()
    {
        for (var index = 0; index < 20; index++)
        {
            var id = Guid.CreateVersion7(SampleLog.At(index)).ToString();
            await FinishAsync(Header(id), Straight(index));

            (await _store.FindAsync(id))!.Id.ShouldBe(id);
            (await _store.FindAsync(Guid.CreateVersion7(SampleLog.At(index)).ToString())).ShouldBeNull();
        }
    }

    [Fact]
    public async Task What_stays_when_most_have_been_purged_is_all_still_there()
    {
        // Every fiftieth is kept for ever.
        var ids = await FinishManyAsync(index => index % 50 == 0 ? null : SampleLog.At(100));
        _clock.SetUtcNow(SampleLog.At(101));

        var purged = 0;
        while (await _store.PurgeAsync(700) is > 0 and var some) purged += some;

        purged.ShouldBe(Many - Many / 50);
        (await _store.FindAsync(ids[1])).ShouldBeNull();
        for (var index = 0; index < Many; index += 50)
            (await _store.ReadAsync(ids[index], 0, 10)).Select(SampleLog.Journal).ShouldBe(Placed(ids[index], Straight(index)).Select(SampleLog.Journal));
        (await _store.QueryAsync(new() { Limit = 100 })).Items.Count.ShouldBe(Many / 50);
    }

    [Fact]
    public async Task A_log_that_somebody_holds_is_still_there_after_its_execution_was_purged()
    {
        await FinishAsync(Header("a"), Straight(0), purgeAt: SampleLog.At(100));
        var record = (await _store.FindAsync("a"))!;
        _clock.SetUtcNow(SampleLog.At(101));

        (await _store.PurgeAsync(10)).ShouldBe(1);

        record.Entries.Count.ShouldBe(4);
        record.Status.ShouldBe(ExecutionStatus.Completed);
    }

    private async Task<List<string>> FinishManyAsync(Func<int, DateTimeOffset?>? purgeAt = null)
    {
        var ids = new List<string>();
        for (var index = 0; index < Many; index++)
        {
            ids.Add(Guid.CreateVersion7(SampleLog.At(index * 0.001)).ToString());
            await FinishAsync(Header(ids[^1]), Straight(index), purgeAt: purgeAt?.Invoke(index));
        }
        return ids;
    }

    private async Task<IExecutionLog> FinishAsync(
        ExecutionHeader header, IReadOnlyList<ProgressEvent> entries, ExecutionStatus status = ExecutionStatus.Completed, DateTimeOffset? purgeAt = null)
    {
        var log = (await _store.CreateAsync(header, "a")).Log!;
        await log.CommitAsync(new ExecutionChange(ExecutionStatus.Running));
        foreach (var entry in entries) log.Append(entry);
        await log.CommitAsync(new ExecutionChange(status) { PurgeAt = purgeAt });
        return log;
    }

    /// <summary>One step; what it gives back and how it ends differs from time to time, and some take another way.</summary>
    private static IReadOnlyList<ProgressEvent> Straight(int index) =>
    [
        new ExecutionStarted(SampleLog.At(1 + index), "orders", [SampleLog.Book]),
        new StepStarted(SampleLog.At(2 + index), SampleLog.Book, index % 7 == 0 ? $"ship[{index}]/book" : "book", 1, Shared),
        index % 11 == 0
            ? new StepSkipped(SampleLog.At(1.5 + index), SampleLog.Book, "book", SkipReason.Branch)
            : new StepCompleted(SampleLog.At(3 + index), SampleLog.Book, "book", 1, index % 3 == 0 ? Shared : SampleLog.Json($"{index}"), TimeSpan.FromSeconds(1)),
        new ExecutionCompleted(SampleLog.At(4 + index), null, TimeSpan.FromSeconds(index % 5)),
    ];

    private static readonly object Shared = SampleLog.Json("""{"shared":true}""");

    private static IReadOnlyList<ProgressEvent> Placed(string id, IReadOnlyList<ProgressEvent> entries)
    {
        for (var index = 0; index < entries.Count; index++) entries[index].Place(id, index + 1);
        return entries;
    }

    private static ExecutionHeader Header(string id) => new()
    {
        Id = id, WorkflowId = "orders", WorkflowName = "Orders", DefinitionHash = "hash", Inputs = SampleLog.Json("{}"), CreatedAt = SampleLog.Start,
    };
}
