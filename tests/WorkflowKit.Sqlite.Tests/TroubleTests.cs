using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using WorkflowKit.Sqlite.Database;
using WorkflowKit.Stores;
using WorkflowKit.Testing.Time;

namespace WorkflowKit.Sqlite.Tests;

/// <summary>What happens to the file, the disk and the clock, and what runs make of it.</summary>
public sealed class TroubleTests : IDisposable
{
    private const string Sequence = """
        { "id": "sequence", "name": "Sequence", "steps": [
          { "id": "first", "type": "set", "with": 1 }, { "id": "nap", "type": "wait", "for": "PT0.05S" }, { "id": "second", "type": "set", "with": "${{ steps.first.output + 1 }}" } ],
          "outputs": { "result": "${{ steps.second.output }}" } }
        """;

    private const string Parent = """{ "id": "parent", "name": "Parent", "steps": [ { "id": "call", "type": "workflow", "workflow": "person" } ] }""";

    // Of an execution of the workflows below that waits: begun, a step with its end, the step that asks, its question, and the pause.
    private const int LastIntact = 6;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DatabaseFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task A_file_that_another_process_has_locked_holds_runs_up_and_loses_nothing()
    {
        using var host = await StartAsync();
        var engine = host.Services.GetRequiredService<IExecutionEngine>();
        var id = await engine.StartAsync("sequence");
        using (var other = new SqliteConnection($"Data Source={_file.Path};Pooling=False"))
        {
            other.Open();
            using var begin = other.CreateCommand();
            begin.CommandText = "BEGIN IMMEDIATE";
            begin.ExecuteNonQuery();
            var refused = await Should.ThrowAsync<StoreUnavailableException>(async () => await engine.StartAsync("sequence"));
            refused.InnerException.ShouldBeOfType<SqliteException>().SqliteErrorCode.ShouldBe(5);
        }

        var record = await engine.WaitAsync(id).WaitAsync(Patience);

        record.Status.ShouldBe(ExecutionStatus.Completed, record.ToJson());
        await host.StopAsync();
    }

    [Fact]
    public async Task A_full_disk_holds_runs_up_until_there_is_room()
    {
        using var host = await StartAsync();
        var (engine, database) = (host.Services.GetRequiredService<IExecutionEngine>(), host.Services.GetRequiredService<SqliteDatabase>());
        var before = (await engine.RunAsync("sequence")).Id;
        await LimitAsync(database, pages: 1);
        await Should.ThrowAsync<StoreUnavailableException>(async () =>
        {
            // The last page has room for some.
            for (var i = 0; i < 100; i++) await engine.StartAsync("sequence", JsonSerializer.Serialize(new { padding = new string('x', 1000) }));
        });
        (await engine.GetAsync(before)).ShouldNotBeNull().Status.ShouldBe(ExecutionStatus.Completed, "what is there can be read");

        await LimitAsync(database, pages: 1_000_000);

        (await engine.RunAsync("sequence").WaitAsync(Patience)).Status.ShouldBe(ExecutionStatus.Completed);
        foreach (var one in (await engine.QueryAsync()).Items)
            (await engine.WaitAsync(one.Id).WaitAsync(Patience)).Status.ShouldBe(ExecutionStatus.Completed);
        await host.StopAsync();
    }

    [Fact]
    public async Task An_entry_that_cannot_be_read_pauses_its_execution_alone_and_is_named()
    {
        var id = await PauseAndBreakAsync("person");
        using var next = await StartAsync();
        var engine = next.Services.GetRequiredService<IExecutionEngine>();

        var error = await Should.ThrowAsync<ExecutionCorruptException>(async () => await engine.GetAsync(id));

        (error.ExecutionId, error.Sequence).ShouldBe((id, 2));
        (await engine.RunAsync("sequence").WaitAsync(Patience)).Status.ShouldBe(ExecutionStatus.Completed);
        (await engine.QueryAsync(new ExecutionQuery { WorkflowId = "person" })).Items.ShouldHaveSingleItem().Status.ShouldBe(ExecutionStatus.Paused);
        await next.StopAsync();
    }

    [Fact]
    public async Task An_execution_whose_log_cannot_be_read_is_paused_by_a_cancel_and_ended_by_the_next()
    {
        var id = await PauseAndBreakAsync("person");
        using var host = await StartAsync();
        var engine = host.Services.GetRequiredService<IExecutionEngine>();

        await engine.CancelAsync(id);
        (await engine.QueryAsync()).Items.ShouldHaveSingleItem().Status.ShouldBe(ExecutionStatus.Paused);
        (await engine.ReadEventsAsync(id, LastIntact)).ShouldHaveSingleItem().ShouldBeOfType<ExecutionPaused>().Error!.Code.ShouldBe("log_unreadable");
        await engine.CancelAsync(id, new ControlOptions { By = "grace" });

        (await engine.QueryAsync()).Items.ShouldHaveSingleItem().Status.ShouldBe(ExecutionStatus.Cancelled);
        (await engine.ReadEventsAsync(id, LastIntact + 1)).ShouldHaveSingleItem().ShouldBeOfType<ExecutionCancelled>().By.ShouldBe("grace");
        (await Should.ThrowAsync<ExecutionCorruptException>(async () => await engine.GetAsync(id))).Sequence.ShouldBe(2, "the rest is as it was");
        await host.StopAsync();
    }

    [Fact]
    public async Task An_execution_that_was_cancelled_without_its_log_can_be_deleted()
    {
        var id = await PauseAndBreakAsync("person");
        using var host = await StartAsync();
        var engine = host.Services.GetRequiredService<IExecutionEngine>();
        await engine.CancelAsync(id);
        await engine.CancelAsync(id);

        await engine.DeleteAsync(id);

        (await engine.QueryAsync()).Items.ShouldBeEmpty();
        await host.StopAsync();
    }

    [Fact]
    public async Task A_parent_learns_that_its_child_was_cancelled_without_its_log()
    {
        var id = await PauseAndBreakAsync("parent");
        using var host = await StartAsync();
        var engine = host.Services.GetRequiredService<IExecutionEngine>();
        var child = (await engine.QueryAsync(new ExecutionQuery { ParentId = id })).Items.ShouldHaveSingleItem().Id;
        await engine.CancelAsync(child);

        await engine.CancelAsync(child);

        ExecutionRecord? record = null;
        await Poll.UntilAsync(
            async () => (record = await engine.GetAsync(id))!.Status is ExecutionStatus.Failed, Patience, () => new($"The parent does not end: {record?.ToJson()}"), TestContext.Current.CancellationToken);
        record!.Error.ShouldNotBeNull().Message.ShouldContain($"{child} was cancelled");
        await host.StopAsync();
    }

    [Fact]
    public async Task An_execution_that_cannot_be_read_and_counts_for_a_key_does_not_keep_its_host_from_starting()
    {
        await PauseAndBreakAsync("limited");

        using var host = await StartAsync();

        (await host.Services.GetRequiredService<IExecutionEngine>().RunAsync("sequence").WaitAsync(Patience)).Status.ShouldBe(ExecutionStatus.Completed);
        await host.StopAsync();
    }

    [Fact]
    public async Task An_execution_whose_head_cannot_be_read_holds_up_no_other()
    {
        var store = _file.Open();
        await store.CreateAsync(DatabaseFile.Header("broken"), null);
        await store.CreateAsync(DatabaseFile.Header("whole"), null);
        Run("UPDATE workflowkit_inputs SET body = '{' WHERE execution = 1");

        await Should.ThrowAsync<ExecutionCorruptException>(async () => await store.ClaimAsync("broken", "a"));

        (await store.FindDueAsync("a", 10)).Ids.ShouldBe(["whole"]);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_and_not_touched()
    {
        await _file.Open().CreateAsync(DatabaseFile.Header("one"), null);
        Run("UPDATE workflowkit_schema SET version = 99");

        var error = await Should.ThrowAsync<StoreVersionException>(async () => await _file.Open().FindAsync("one"));

        (error.Found, error.Known).ShouldBe((99, SqliteSchema.Migrations.Length));
        Run($"UPDATE workflowkit_schema SET version = {SqliteSchema.Migrations.Length}");
        (await _file.Open().FindAsync("one")).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused()
    {
        await File.WriteAllTextAsync(_file.Path, "These are the notes of a person who had no database in mind, but a place to write things down.");

        var error = await Should.ThrowAsync<SqliteException>(async () => await _file.Open().FindAsync("one"));

        error.SqliteErrorCode.ShouldBe(26);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_takes_nothing_from_a_host_that_lives()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var living = _file.Open(clock);
        var created = await living.CreateAsync(DatabaseFile.Header("one"), "living");
        clock.AdjustTime(clock.GetUtcNow().AddHours(-1));

        var other = _file.Open(clock);
        (await other.FindDueAsync("other", 10)).Ids.ShouldBeEmpty();
        (await living.RenewAsync("living")).ShouldBeTrue();
        created.Log!.Append(new LogWritten(clock.GetUtcNow(), LogLevel.Information, "still here"));
        await created.Log.CommitAsync();

        living.Dispose();
        (await other.FindDueAsync("other", 10)).Ids.ShouldBe([created.Id], "a process that is gone is gone, whatever its lease says");
    }

    private static string Asking(string id, string more = "") => $$"""
        { "id": "{{id}}", "name": "Asking", "steps": [ { "id": "first", "type": "set", "with": 1 },
          { "id": "ask", "type": "input", "with": { "title": "Go on?", "schema": { "type": "boolean" } } } ]{{more}} }
        """;

    private async Task<IHost> StartAsync()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddWorkflowKit(kit => kit.UseSqlite($"Data Source={_file.Path}", options => options.BusyTimeout = TimeSpan.FromSeconds(2)));
        var host = builder.Build();
        var registry = host.Services.GetRequiredService<IWorkflowRegistry>();
        foreach (var definition in new[] { Sequence, Asking("person"), Asking("limited", """, "options": { "concurrency": { "limit": 1 } }"""), Parent })
        {
            var saved = await registry.SaveAsync(definition);
            saved.Succeeded.ShouldBeTrue(string.Join("\n", saved.Diagnostics));
        }
        await host.StartAsync();
        return host;
    }

    /// <summary>Leaves an execution that waits for a person, the second entry of whose log cannot be read.</summary>
    private async Task<string> PauseAndBreakAsync(string workflowId)
    {
        using var host = await StartAsync();
        var engine = host.Services.GetRequiredService<IExecutionEngine>();
        var id = await engine.StartAsync(workflowId);
        (await engine.WaitAsync(id).WaitAsync(Patience)).Status.ShouldBe(ExecutionStatus.Paused);
        await host.StopAsync();
        Run("UPDATE workflowkit_entries SET body = 'rust' WHERE sequence = 2 AND execution = (SELECT key FROM workflowkit_executions WHERE workflow_id IN ('person', 'limited'))");
        return id;
    }

    private static async Task LimitAsync(SqliteDatabase database, int pages) => await database.Writer.CallAsync(session => session.Scalar($"PRAGMA max_page_count = {pages}"), CancellationToken.None);

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_file.Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
