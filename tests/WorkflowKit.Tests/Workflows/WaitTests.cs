namespace WorkflowKit.Tests.Workflows;

public sealed class WaitTests
{
    [Theory]
    [InlineData("\"for\": \"PT5S\"", 5)]
    [InlineData("\"for\": \"PT2H\"", 7200)]
    [InlineData("\"for\": \"duration('3s') + duration('4s')\"", 7)]
    [InlineData("\"until\": \"execution.startedAt + duration('1h')\"", 3600)]
    [InlineData("\"until\": \"2000-01-01T00:00:00Z\"", 0)]
    public async Task The_run_goes_on_when_the_time_has_come(string wait, int seconds)
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow($$"""
            { "id": "pause", "type": "wait", {{wait}} },
            { "id": "after", "type": "test.echo", "with": { "text": "after" } }
            """));

        record.ShouldHaveCompleted();
        host.Journal.Lines.ShouldBe(["after"]);
        record.Duration.ShouldBe(TimeSpan.FromSeconds(seconds));
    }
}
