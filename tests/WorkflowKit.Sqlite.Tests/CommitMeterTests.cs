using System.Text.Json;
using Microsoft.Extensions.Logging;
using WorkflowKit.Log;
using WorkflowKit.Sqlite.Database;
using WorkflowKit.Stores;
using WorkflowKit.Tests.Shared;

namespace WorkflowKit.Sqlite.Tests;

/// <summary>No other test runs beside these, so the numbers are theirs.</summary>
[CollectionDefinition(nameof(CommitMeterTests), DisableParallelization = true)]
[Collection(nameof(CommitMeterTests))]
public sealed class CommitMeterTests : IDisposable
{
    private readonly DatabaseFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task A_commit_is_counted_and_timed_with_its_writes()
    {
        var store = _file.Open();
        var log = (await store.CreateAsync(Header(), "owner")).Log!;
        using var meter = new MeterRecorder();

        log.Append(new LogWritten(DateTimeOffset.UtcNow, LogLevel.Information, "line"));
        await log.CommitAsync();

        meter.Measured.ShouldContain("workflowkit.store.commits 1 workflowkit.outcome=completed workflowkit.store=sqlite");
        meter.Measured.ShouldContain("workflowkit.store.commit.size 1 workflowkit.outcome=completed workflowkit.store=sqlite");
        meter.Last["workflowkit.store.commit.duration"].ShouldBeGreaterThan(0);
        meter.Measured.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Writes_that_came_while_others_were_committed_share_a_commit()
    {
        using var database = new SqliteDatabase(_file.Options());
        using var meter = new MeterRecorder();
        var (isAtWork, goesOn) = (new TaskCompletionSource(), new TaskCompletionSource());

        var first = Task.Run(() => database.Writer.CallAsync(
            _ =>
            {
                isAtWork.SetResult();
                return goesOn.Task.Wait(TimeSpan.FromSeconds(20));
            }, CancellationToken.None));
        await isAtWork.Task;
        var others = Enumerable.Range(0, 7).Select(_ => database.Writer.CallAsync(static _ => true, CancellationToken.None)).ToList();
        goesOn.SetResult();
        await Task.WhenAll([first, .. others]);

        meter.Measured.Where(one => one.StartsWith("workflowkit.store.commit.size", StringComparison.Ordinal)).Select(one => one.Split(' ')[1]).ShouldBe(["1", "7"]);
    }

    [Fact]
    public async Task A_commit_that_fails_is_counted_as_such()
    {
        using var database = new SqliteDatabase(_file.Options());
        using var meter = new MeterRecorder();

        await Should.ThrowAsync<IOException>(database.Writer.CallAsync<bool>(static _ => throw new IOException("The disk is gone."), CancellationToken.None));

        meter.Measured.ShouldContain("workflowkit.store.commits 1 workflowkit.outcome=failed workflowkit.store=sqlite");
    }

    private static ExecutionHeader Header() => new()
    {
        Id = "one", WorkflowId = "orders", WorkflowName = "Orders", DefinitionHash = "hash", Inputs = JsonElement.Parse("{}"), CreatedAt = DateTimeOffset.UtcNow,
    };
}
