using System.Text.Json.Nodes;

namespace WorkflowKit.Tests.Workflows;

/// <summary>Text arrives as it was written, whatever is in it.</summary>
public sealed class TextTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("\" \\ \\u0041 {0} {{x}} } { $\" @\" \"\"\"")]
    [InlineData("line\nbreak\r\ntab\t\0nul")]
    [InlineData("\u0085 \u2028 \u2029 \ufeff \u200b é 😀")]
    [InlineData("*/ // #line 1 \"x\" ;}} </auto-generated>")]
    [InlineData("$${{ not an expression }}")]
    public async Task Literal_and_computed_text_is_kept(string text)
    {
        await using var host = new WorkflowHost();
        var shown = text.Replace("$${{", "${{", StringComparison.Ordinal);
        var definition = new JsonObject
        {
            ["id"] = "test",
            ["inputs"] = JsonNode.Parse("""{ "type": "object", "properties": { "text": { "type": "string" } }, "required": ["text"] }"""),
            ["steps"] = new JsonArray(
                Echo("literal", text),
                Echo("mixed", text + "|${{ inputs.text }}|" + text),
                Echo("expression", "${{ " + Cel(shown) + " }}")),
            ["outputs"] = new JsonObject { [shown] = text },
        };
        (await host.Registry.SaveAsync(definition.ToJsonString(), cancellationToken: TestContext.Current.CancellationToken)).Errors.ShouldBeEmpty();

        var record = await host.UntilFinishedAsync(await host.StartAsync("test", new { text = shown }));

        record.ShouldHaveCompleted();
        host.Journal.Lines.ShouldBe([shown, $"{shown}|{shown}|{shown}", shown]);
        record.Outputs!.Value.GetProperty(shown).GetString().ShouldBe(shown);
    }

    private static string Cel(string text) => "'" + string.Concat(text.Select(c => c is '\'' or '\\' or < ' ' ? $"\\u{(int)c:x4}" : c.ToString())) + "'";

    private static JsonObject Echo(string id, string text) =>
        new() { ["id"] = id, ["type"] = "test.echo", ["with"] = new JsonObject { ["text"] = text } };
}
