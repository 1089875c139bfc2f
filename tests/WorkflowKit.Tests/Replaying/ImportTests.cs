using System.Text;
using WorkflowKit.Tests.Workflows;

namespace WorkflowKit.Tests.Replaying;

/// <summary>An execution that was exported by one host goes on living in another.</summary>
public sealed class ImportTests
{
    private static readonly Workflow Greeting = new("""{ "id": "say", "type": "test.echo", "with": { "text": "Grüße 😀" } }""");

    private static readonly Workflow Failing = new("""
        { "id": "say", "type": "test.echo", "with": { "text": "once" } },
        { "id": "shaky", "type": "test.flaky", "with": { "failures": 1 } }
        """);

    private static readonly Workflow Asking = new("""{ "id": "ask", "type": "input", "with": { "title": "Well?", "schema": { "type": "object" } } }""");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_exported_and_imported_elsewhere_is_the_same_and_can_be_replayed()
    {
        await using var host = new WorkflowHost();
        await host.SaveAsync(Greeting);
        var id = await host.Engine.StartAsync(Greeting.Id, default, new StartOptions { UserId = "ada", StartKey = "k", Tags = ["north"] }, Token);
        var record = await host.UntilFinishedAsync(id);
        var bytes = await ExportAsync(host, id);

        await using var other = new WorkflowHost();
        await other.SaveAsync(Greeting);
        var imported = await other.Engine.ImportAsync(new MemoryStream(bytes), Token);

        imported.Id.ShouldBe(id);
        var there = (await other.Engine.GetAsync(id, Token))!;
        there.ToJson().ShouldBe(record.ToJson());
        (await TimelineAsync(other, id)).ShouldBe(await TimelineAsync(host, id));
        (await ExportAsync(other, id)).ShouldBe(bytes);
        (await other.Engine.ReplayAsync(id, Token)).Agrees.ShouldBeTrue();
        (await other.Engine.QueryAsync(new() { Tags = ["north"] }, Token)).Items.ShouldHaveSingleItem().Id.ShouldBe(id);
        (await other.Engine.StartAsync(Greeting.Id, default, new StartOptions { UserId = "ada", StartKey = "k" }, Token)).ShouldBe(id);
        other.Journal.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failed_execution_is_retried_where_it_was_imported()
    {
        await using var host = new WorkflowHost();
        var failed = await host.RunAsync(Failing);
        failed.Status.ShouldBe(ExecutionStatus.Failed, failed.ToJson());
        var bytes = await ExportAsync(host, failed.Id);

        await using var other = new WorkflowHost();
        await other.SaveAsync(Failing);
        await other.Engine.ImportAsync(new MemoryStream(bytes), Token);
        await other.Engine.RetryAsync(failed.Id, null, Token);

        var record = await other.UntilFinishedAsync(failed.Id);
        record.StepResults.Single(step => step.StepId == "say").CompletedAt.ShouldBe(failed.StepResults.Single(step => step.StepId == "say").CompletedAt);
        record.LastSequence.ShouldBeGreaterThan(failed.LastSequence);
        (await other.Engine.RerunAsync(failed.Id, null, Token)).ShouldNotBe(failed.Id);
    }

    [Fact]
    public async Task One_whose_workflow_is_not_known_is_imported_and_can_be_read()
    {
        await using var host = new WorkflowHost();
        var record = await host.RunAsync(Greeting);

        await using var other = new WorkflowHost();
        await other.Engine.ImportAsync(await host.Engine.ExportAsync(record.Id, Token), Token);

        (await other.Engine.GetAsync(record.Id, Token))!.ToJson().ShouldBe(record.ToJson());
        (await Should.ThrowAsync<WorkflowNotFoundException>(() => other.Engine.ReplayAsync(record.Id, Token))).WorkflowId.ShouldBe(Greeting.Id);
    }

    [Fact]
    public async Task What_is_there_already_is_a_conflict()
    {
        await using var host = new WorkflowHost();
        var record = await host.RunAsync(Greeting);

        var export = await host.Engine.ExportAsync(record.Id, Token);

        (await Should.ThrowAsync<ExecutionExistsException>(() => host.Engine.ImportAsync(export, Token))).ExecutionId.ShouldBe(record.Id);
        await host.Engine.DeleteAsync(record.Id, Token);
        await host.Engine.ImportAsync(export, Token);
        (await host.Engine.GetAsync(record.Id, Token))!.ToJson().ShouldBe(record.ToJson());
    }

    [Fact]
    public async Task What_has_not_ended_is_refused()
    {
        await using var host = new WorkflowHost();
        await host.SaveAsync(Asking);
        var waiting = await host.Engine.RunAsync(Asking.Id, cancellationToken: Token);
        var bytes = await ExportAsync(host, waiting.Id);

        await using var other = new WorkflowHost();
        await other.SaveAsync(Asking);

        (await Should.ThrowAsync<ExecutionStateException>(() => other.Engine.ImportAsync(new MemoryStream(bytes), Token))).Status.ShouldBe(ExecutionStatus.Paused);
        (await other.Engine.CountAsync(null, Token)).Total.ShouldBe(0);
    }

    [Fact]
    public async Task A_damaged_export_leaves_nothing_behind()
    {
        await using var host = new WorkflowHost();
        var lines = Encoding.UTF8.GetString(await ExportAsync(host, (await host.RunAsync(Greeting)).Id)).TrimEnd('\n').Split('\n');
        await using var other = new WorkflowHost();

        var error = await Should.ThrowAsync<InvalidExportException>(() => other.Engine.ImportAsync(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines[..^1]))), Token));

        error.Line.ShouldBe(lines.Length - 1);
        (await other.Engine.CountAsync(null, Token)).Total.ShouldBe(0);
        await Should.ThrowAsync<ArgumentNullException>(() => other.Engine.ImportAsync((ExecutionExport)null!, Token));
    }

    [Fact]
    public async Task The_retention_of_what_is_imported_begins_with_the_import()
    {
        await using var host = new WorkflowHost();
        var bytes = await ExportAsync(host, (await host.RunAsync(Greeting)).Id);
        await using var other = new WorkflowHost(kit => kit.ConfigureEngine(options => options.Retention = TimeSpan.FromDays(2)));
        other.Time.Advance(TimeSpan.FromDays(400));

        var id = (await other.Engine.ImportAsync(new MemoryStream(bytes), Token)).Id;

        other.Time.Advance(TimeSpan.FromDays(1));
        await other.UntilRestAsync();
        (await other.Engine.GetAsync(id, Token)).ShouldNotBeNull();
    }

    private static async Task<byte[]> ExportAsync(WorkflowHost host, string id)
    {
        using var stream = new MemoryStream();
        await (await host.Engine.ExportAsync(id, Token)).WriteAsync(stream, Token);
        return stream.ToArray();
    }

    private static async Task<List<string>> TimelineAsync(WorkflowHost host, string id)
    {
        var events = new List<string>();
        await foreach (var progress in host.Engine.WatchAsync(id, cancellationToken: Token)) events.Add(progress.ToJson());
        return events;
    }
}
