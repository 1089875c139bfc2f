using System.Text.Json;
using WorkflowKit.Tests.Architecture;
using WorkflowKit.Tests.Workflows;

namespace WorkflowKit.Tests.Replaying;

/// <summary>
/// Logs that versions of WorkflowKit have written, kept for ever: each later version must read them and come to the same end. Where one is missing
/// the test writes it, to be looked at and kept.
/// </summary>
public sealed class GoldenLogTests
{
    private static readonly string Folder = Repository.File("tests", "WorkflowKit.Tests", "Replaying", "GoldenLogs");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(Folder, "*.workflow.json").Select(path => Path.GetFileName(path).Replace(".workflow.json", "", StringComparison.Ordinal)).Order()];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_log_of_an_earlier_version_is_read_and_replayed(string name)
    {
        var path = Path.Combine(Folder, $"{name}.v1.jsonl");
        await using var host = new WorkflowHost();
        var saved = await host.Registry.SaveAsync(await File.ReadAllTextAsync(Path.Combine(Folder, $"{name}.workflow.json"), Token), cancellationToken: Token);
        saved.Succeeded.ShouldBeTrue(string.Join('\n', saved.Diagnostics));
        if (!File.Exists(path))
        {
            await RecordAsync(host, name, path);
            Assert.Fail($"{path} was missing. It is written now: look at it, and keep it.");
        }

        await using var file = File.OpenRead(path);
        var export = await ExecutionExport.ReadAsync(file, Token);
        var report = await host.Engine.ReplayAsync(export, Token);

        export.Record.StepResults.ShouldNotBeEmpty();
        export.Record.Status.ShouldNotBe(ExecutionStatus.Running);
        report.Agrees.ShouldBeTrue(report.Difference?.ToString());
    }

    private static async Task RecordAsync(WorkflowHost host, string name, string path)
    {
        var id = await host.StartAsync(name, new { number = 3 });
        await host.UntilRestAsync();
        var record = (await host.Engine.GetAsync(id, Token))!;
        while (record.Status is not (ExecutionStatus.Completed or ExecutionStatus.Cancelled))
        {
            if (record.Status is ExecutionStatus.Failed && name == "failed") break;
            if (record.Status is ExecutionStatus.Failed) await host.Engine.SkipAsync(id, record.Error!.Path!, JsonSerializer.SerializeToElement(new { attempt = 7 }), cancellationToken: Token);
            else if (name == "cancelled") await host.Engine.CancelAsync(id, new ControlOptions { By = "ann", Reason = "no need" }, Token);
            else if (record.StepResults.Any(step => step.Type == "input" && step.Status == StepStatus.Running)) await host.SupplyAsync(id, "ask", """{ "approved": true }""");
            else host.Time.AdvanceToNextTimer();
            await host.UntilRestAsync();
            record = (await host.Engine.GetAsync(id, Token))!;
        }

        await using var file = File.Create(path);
        await (await host.Engine.ExportAsync(id, Token)).WriteAsync(file, Token);
    }
}
