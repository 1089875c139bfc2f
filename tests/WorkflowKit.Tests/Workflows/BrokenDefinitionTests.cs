using WorkflowKit.Definitions;

namespace WorkflowKit.Tests.Workflows;

/// <summary>Definitions that are so wrong that little can be made of them.</summary>
public sealed class BrokenDefinitionTests
{
    [Theory]
    [InlineData("", "WK1001")]
    [InlineData("{ nope", "WK1001")]
    [InlineData("[]", "WK1008")]
    [InlineData("""{ "id": "../x", "steps": [] }""", "WK1009")]
    [InlineData("""{ "id": "", "steps": [] }""", "WK1009")]
    public async Task What_is_wrong_is_said_once_and_can_be_shown_in_its_text(string text, string code)
    {
        await using var host = new WorkflowHost();

        var result = await host.Registry.SaveAsync(text, cancellationToken: TestContext.Current.CancellationToken);

        result.Errors.ShouldHaveSingleItem().Code.ShouldBe(code);
        result.Source.Text.ShouldBe(text);
        DiagnosticFormatter.Format(result.Errors, result.Source).ShouldContain(code);
    }

    [Fact]
    public async Task A_resilience_pipeline_that_the_host_does_not_have_is_an_error()
    {
        await using var host = new WorkflowHost();

        var result = await host.Registry.SaveAsync(
            new Workflow("""{ "id": "a", "type": "test.echo", "resilience": "nope", "with": { "text": "x" } }""").Json, cancellationToken: TestContext.Current.CancellationToken);

        result.Errors.ShouldHaveSingleItem().Code.ShouldBe("WK4008");
    }
}
