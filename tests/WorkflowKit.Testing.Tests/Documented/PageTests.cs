using System.Text.RegularExpressions;

namespace WorkflowKit.Testing.Tests.Documented;

/// <summary>docs/testing.md shows the example of this folder: what a reader copies from it compiles, and its tests pass.</summary>
public sealed partial class PageTests
{
    [Theory]
    [InlineData("Greet.cs")]
    [InlineData("WelcomeTests.cs")]
    [InlineData("workflows/welcome.workflow.json")]
    public void The_page_shows_the_file(string file)
    {
        var text = Read("tests", "WorkflowKit.Testing.Tests", "Documented", file);

        Read("docs", "testing.md").ShouldContain($"\n{text}```\n");
    }

    [Fact]
    public async Task The_page_shows_the_story()
    {
        await using var host = await WorkflowTestHost.StartAsync(kit => kit.AddStep<Greet>().AddDefinitions("workflows"));
        host.Fake("demo.greet", call => new { greeting = "Hello!" });
        var record = await host.GetAsync(await host.StartAsync("welcome", new { name = "Ada" }));

        var error = Should.Throw<WorkflowAssertionException>(() => record.ShouldHaveRun("greet", "remind"));

        WithoutIds(Read("docs", "testing.md")).ShouldContain($"```text\n{WithoutIds(error.Message)}\n```\n");
    }

    private static string Read(params string[] path)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "WorkflowKit.sln"))) root = root.Parent!;
        return File.ReadAllText(Path.Combine([root.FullName, .. path])).ReplaceLineEndings("\n");
    }

    private static string WithoutIds(string text) => Id().Replace(text, "id");

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Id();
}
