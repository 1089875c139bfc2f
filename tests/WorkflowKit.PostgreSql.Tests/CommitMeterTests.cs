using WorkflowKit.TestServers;
using WorkflowKit.Tests.Shared;

namespace WorkflowKit.PostgreSql.Tests;

/// <summary>No other test runs beside these, so the numbers are theirs.</summary>
[CollectionDefinition(nameof(CommitMeterTests), DisableParallelization = true)]
[Collection(nameof(CommitMeterTests))]
public sealed class CommitMeterTests(PostgreSqlFixture server) : DatabaseTests(server)
{
    [Fact]
    public async Task A_commit_is_counted_and_timed_with_its_writes()
    {
        var store = Database.Open();
        var log = (await store.CreateAsync(Header("one"), "owner")).Log!;
        using var meter = new MeterRecorder();

        log.Append(Line("first"));
        await log.CommitAsync();

        meter.Measured.ShouldContain("workflowkit.store.commits 1 workflowkit.outcome=completed workflowkit.store=postgresql");
        meter.Measured.ShouldContain("workflowkit.store.commit.size 1 workflowkit.outcome=completed workflowkit.store=postgresql");
        meter.Last["workflowkit.store.commit.duration"].ShouldBeGreaterThan(0);
        meter.Measured.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_commit_that_fails_is_counted_as_such()
    {
        var store = Database.Open();
        var log = (await store.CreateAsync(Header("one"), "owner")).Log!;
        await Database.AskAsync("DROP TABLE $.entries");
        using var meter = new MeterRecorder();

        log.Append(Line("first"));
        await Should.ThrowAsync<Npgsql.PostgresException>(async () => await log.CommitAsync());

        meter.Measured.ShouldContain("workflowkit.store.commits 1 workflowkit.outcome=failed workflowkit.store=postgresql");
    }
}
