using System.Diagnostics;
using WorkflowKit.Definitions;

namespace WorkflowKit.Tests.Editing;

public sealed class SharedWorkTests
{
    [Fact]
    public async Task Many_editors_at_once_get_the_answers_of_one()
    {
        var stop = TestContext.Current.CancellationToken;
        var texts = Enumerable.Range(0, 40)
            .Select(i => Editor.At(Editor.WithSteps($$$"""{ "id": "step{{{i % 20}}}", "type": "shop.getOrder", "with": { "orderId": "1" } }, { "id": "b", "type": "log", "message": "${{ steps.|" }""")))
            .ToList();
        var alone = new List<string[]>();
        foreach (var (source, offset) in texts)
            alone.Add([.. (await Editor.Service.CompleteAsync(source, offset, stop)).Select(item => item.Label)]);

        var together = await Task.WhenAll(texts.Select(text => Task.Run(async () => (await Editor.Service.CompleteAsync(text.Source, text.Offset, stop)).Select(item => item.Label).ToArray(), stop)));

        together.ShouldBe(alone);
        alone[7].ShouldBe(["step7"]);
    }

    [Fact]
    public async Task A_request_that_is_given_up_leaves_nothing_behind()
    {
        var (source, offset) = Editor.At(Editor.WithSteps("""{ "id": "given-up", "ty|" }"""));
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(async () => await Editor.Service.CompleteAsync(source, offset, stop.Token));

        (await Editor.Service.CompleteAsync(source, offset, TestContext.Current.CancellationToken)).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("\"message\": \"${{ steps.nobody# }}\"")]
    [InlineData("\"message\": \"${{ steps.s1999.output }}\"")]
    [InlineData("\"after\": [\"nobody#\"], \"message\": \"\"")]
    [InlineData("\"wrong#\": 1, \"message\": \"\"")]
    public async Task A_large_definition_that_is_wrong_all_over_is_answered_in_time(string members)
    {
        var steps = Enumerable.Range(0, 2_000).Select(i => $$"""{ "id": "s{{i}}", "type": "log", {{members.Replace("#", $"{i}", StringComparison.Ordinal)}} }""");
        var source = new SourceText($$"""{ "id": "large", "steps": [{{string.Join(",\n", steps)}}] }""", "large.workflow.json");
        var start = Stopwatch.GetTimestamp();

        (await Editor.Service.DiagnoseAsync(source, TestContext.Current.CancellationToken)).ShouldNotBeEmpty();
        await Editor.Service.CompleteAsync(source, source.Text.Length / 2, TestContext.Current.CancellationToken);

        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }
}
