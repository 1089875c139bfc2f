using System.Text;
using WorkflowKit.Tests.Workflows;

namespace WorkflowKit.Tests.Replaying;

public sealed class ExportTests
{
    private static readonly Workflow Greeting = new("""{ "id": "say", "type": "test.echo", "with": { "text": "Grüße 😀" } }""");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_export_reads_back_as_the_execution_that_it_was_made_of()
    {
        await using var host = new WorkflowHost();
        var record = await host.RunAsync(Greeting);

        var text = await TextOfAsync(await host.Engine.ExportAsync(record.Id, Token));
        var read = await ReadAsync(text);

        read.Record.ToJson().ShouldBe(record.ToJson());
        text.TrimEnd('\n').Split('\n').Length.ShouldBe((int)record.LastSequence + 1);
        (await TextOfAsync(read)).ShouldBe(text);
    }

    [Fact]
    public async Task An_export_of_another_host_can_be_replayed()
    {
        string text;
        await using (var host = new WorkflowHost()) text = await TextOfAsync(await host.Engine.ExportAsync((await host.RunAsync(Greeting)).Id, Token));

        await using var other = new WorkflowHost();
        await other.SaveAsync(Greeting);

        (await other.Engine.ReplayAsync(await ReadAsync(text), Token)).Agrees.ShouldBeTrue();
        other.Journal.Lines.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("[]", "Line 1")]
    [InlineData("{\"format\":\"workflowkit.execution\",\"version\":99}", "version is 99")]
    [InlineData("{\"format\":\"something\",\"version\":1}", "format is 'something'")]
    public async Task What_is_no_export_is_refused_with_a_reason(string text, string reason) =>
        (await Should.ThrowAsync<InvalidExportException>(() => ReadAsync(text))).Message.ShouldContain(reason);

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_damaged_line_is_named(int line)
    {
        await using var host = new WorkflowHost();
        var lines = (await TextOfAsync(await host.Engine.ExportAsync((await host.RunAsync(Greeting)).Id, Token))).Split('\n');
        lines[line - 1] = lines[line - 1][..^5];

        (await Should.ThrowAsync<InvalidExportException>(() => ReadAsync(string.Join('\n', lines)))).Line.ShouldBe(line);
    }

    [Fact]
    public async Task A_missing_line_is_named()
    {
        await using var host = new WorkflowHost();
        var lines = (await TextOfAsync(await host.Engine.ExportAsync((await host.RunAsync(Greeting)).Id, Token))).Split('\n').ToList();
        lines.RemoveAt(2);

        (await Should.ThrowAsync<InvalidExportException>(() => ReadAsync(string.Join('\n', lines)))).Message.ShouldContain("entry 2");
    }

    private static async Task<string> TextOfAsync(ExecutionExport export)
    {
        using var stream = new MemoryStream();
        await export.WriteAsync(stream, Token);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static async Task<ExecutionExport> ReadAsync(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await ExecutionExport.ReadAsync(stream, Token);
    }
}
