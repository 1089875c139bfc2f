using WorkflowKit.Log;
using WorkflowKit.Stores;

namespace WorkflowKit.Testing.Stores;

public abstract partial class ExecutionStoreContract
{
    [Fact]
    public async Task What_is_imported_reads_back_as_it_was_and_is_due_for_nothing()
    {
        var header = new ExecutionHeader
        {
            Id = SampleLog.Id, WorkflowId = "orders", WorkflowName = "Orders", DefinitionHash = "hash", Inputs = SampleLog.Json("""{"orderId":"A-17"}"""), CreatedAt = SampleLog.At(-1),
            UserId = "ann", Trigger = ExecutionTrigger.Api, ParentId = "parent", ParentPath = "call", RerunOf = "earlier", StartKey = "key", Tags = ["north", "urgent"],
            ConcurrencyKey = "A-17", ConcurrencyLimit = 3,
        };
        var entries = SampleLog.Entries();

        Assert.True(await Store.ImportAsync(new FinishedExecution(header, ExecutionStatus.Completed, entries, Clock.GetUtcNow().AddDays(1))));

        var record = (await Store.FindAsync(header.Id))!;
        Assert.Equal(new ExecutionRecord(header, ExecutionStatus.Completed, entries).ToJson(), record.ToJson());
        Assert.Equal(entries.Select(SampleLog.Journal), (await Store.ReadAsync(header.Id, 0, 100)).Select(SampleLog.Journal));
        var line = Assert.Single((await Store.QueryAsync(new ExecutionQuery { Tags = ["urgent"], UserId = "ann", Statuses = [ExecutionStatus.Completed] })).Items);
        Assert.Equal((header.CreatedAt, record.StartedAt, record.CompletedAt, false), (line.CreatedAt, line.StartedAt, line.CompletedAt, line.HoldsKey));
        Assert.Empty(await DueAsync());
        Assert.False((await Store.CreateAsync(Header(startKey: "key", inputs: """{"orderId":"A-17"}""", userId: "ann"), "a")).IsNew);
        Assert.Equal(0, await Store.PurgeAsync(10));
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await Store.PurgeAsync(10));
    }

    [Fact]
    public async Task What_is_there_already_is_not_imported_and_stays_as_it_is()
    {
        var running = await RunningAsync();
        var finished = await FinishedAsync();

        Assert.False(await Store.ImportAsync(Failed(Header(id: running.Header.Id, tags: ["north"]))));
        Assert.False(await Store.ImportAsync(Failed(Header(id: finished.Header.Id, tags: ["north"]))));

        Assert.Equal(ExecutionStatus.Running, (await Store.FindAsync(running.Header.Id))!.Status);
        Assert.Equal(2, (await Store.ReadAsync(finished.Header.Id, 0, 10)).Count);
        Assert.Empty((await Store.QueryAsync(new ExecutionQuery { Tags = ["north"] })).Items);
    }

    [Fact]
    public async Task Nothing_is_imported_under_a_start_key_that_made_another()
    {
        var known = await FinishedAsync(Header(startKey: "k"));

        var conflict = await Assert.ThrowsAsync<StartKeyConflictException>(async () => await Store.ImportAsync(Failed(Header(startKey: "k", id: "stranger"))));

        Assert.Equal(known.Header.Id, conflict.ExecutionId);
        Assert.Null(await Store.FindAsync("stranger"));
        Assert.Empty(await Store.ReadAsync("stranger", 0, 10));
        Assert.True(await Store.ImportAsync(Failed(Header(startKey: "k", id: "stranger", userId: "eve"))));
    }

    [Fact]
    public async Task An_imported_execution_that_failed_can_be_asked_to_go_on()
    {
        Assert.True(await Store.ImportAsync(Failed(Header(id: "failed"))));
        await Store.AddControlAsync(Ask("failed", ControlKind.Retry));

        Assert.Equal(["failed"], await DueAsync());
        var log = (await Store.ClaimAsync("failed", "b"))!;
        Assert.Equal((ExecutionStatus.Failed, 2, 0), (log.Status, log.LastSequence, log.ClaimsWithoutProgress));
        log.Append(new ExecutionResumed(Clock.GetUtcNow(), PauseReason.User));
        await log.CommitAsync(new ExecutionChange(ExecutionStatus.Running) { HandledControls = log.PendingControl });
        log.Append(Completed());
        await log.CommitAsync(new ExecutionChange(ExecutionStatus.Completed));

        var record = (await Store.FindAsync("failed"))!;
        Assert.Equal((ExecutionStatus.Completed, 4), (record.Status, record.LastSequence));
        Assert.Null(record.Error);
    }

    [Fact]
    public async Task Of_many_who_import_the_same_one_does()
    {
        var imported = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await Store.ImportAsync(Failed(Header(id: "same"))))));

        Assert.Equal(1, imported.Count(one => one));
        Assert.Equal(2, (await Store.ReadAsync("same", 0, 10)).Count);
    }

    [Fact]
    public void What_has_not_ended_is_nothing_to_import() => Assert.Throws<ArgumentException>(() => new FinishedExecution(Header(), ExecutionStatus.Paused, []));

    private FinishedExecution Failed(ExecutionHeader header)
    {
        ProgressEvent[] log = [Started(), new ExecutionFailed(Clock.GetUtcNow(), new StepError("book", "book", "Refused", "HttpRequestException", "503"))];
        for (var index = 0; index < log.Length; index++) log[index].Place(header.Id, index + 1);
        return new FinishedExecution(header, ExecutionStatus.Failed, log);
    }
}
