using System.Net;
using System.Text.Json;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Language;

public sealed class LanguageTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Definition = """
        { "id": "x", "inputs": { "type": "object", "properties": { "name": { "type": "string", "title": "Whom to greet" } } },
          "steps": [
            { "id": "first", "type": "set", "with": "${{ inputs.name.startsWith('A') }}" },
            { "id": "second", "type": "set", "with": "${{ steps.first.output }}" } ] }
        """;

    private readonly HttpClient _client = shared.Host.Client();

    [Fact]
    public async Task Diagnostics_come_with_their_places()
    {
        var answer = await AskAsync("diagnostics", new { text = """{ "id": "x", "steps": [ { "id": "a", "type": "nothing.here" } ] }""" });

        answer.GetProperty("diagnostics").EnumerateArray().ShouldContain(one => one.Text("pointer") == "/steps/0/type");
    }

    [Fact]
    public async Task Completion_offers_what_can_be_written()
    {
        var answer = await AskAsync("completion", At("steps.", 6));

        var item = answer.GetProperty("items").EnumerateArray().Single(one => one.Text("label") == "first");
        (item.Text("kind"), item.TryGetProperty("span", out _), item.Text("insertText")).ShouldBe(("step", true, "first"));
    }

    [Fact]
    public async Task Hover_tells_what_stands_at_a_place_by_line_and_column()
    {
        var answer = await AskAsync("hover", new { text = Definition, position = new { line = 3, column = 58 } });

        answer.Text("title").ShouldContain("inputs.name");
        answer.GetProperty("span").GetProperty("line").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task Signatures_tell_how_a_function_is_called()
    {
        var answer = await AskAsync("signature", At("startsWith(", 11));

        answer.GetProperty("signatures")[0].Text("label").ShouldContain("startsWith");
        answer.GetProperty("activeParameter").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task The_declaration_and_the_references_of_a_step_are_found()
    {
        var declaration = await AskAsync("definition", At("steps.first", 8));
        var references = await AskAsync("references", At("steps.first", 8));

        declaration.GetProperty("span").GetProperty("line").GetInt32().ShouldBe(3);
        references.GetProperty("spans").EnumerateArray().Select(span => span.GetProperty("line").GetInt32()).ShouldBe([3, 4]);
    }

    [Fact]
    public async Task A_step_gets_another_id_everywhere_or_it_is_told_why_not()
    {
        var offset = Definition.IndexOf("steps.first", StringComparison.Ordinal) + 8;

        var renamed = await AskAsync("rename", new { text = Definition, offset, newId = "former" });
        var taken = await AskAsync("rename", new { text = Definition, offset, newId = "second" });
        var nothing = await AskAsync("rename", new { text = Definition, offset = 0, newId = "former" });

        renamed.GetProperty("edits").EnumerateArray().Select(edit => edit.Text("newText")).ShouldBe(["former", "former"]);
        (taken.GetProperty("edits").GetArrayLength(), taken.Text("problem").Length > 0).ShouldBe((0, true));
        nothing.Text("problem").ShouldBe("No step's id stands here.");
    }

    [Theory]
    [InlineData("hover")]
    [InlineData("signature")]
    [InlineData("definition")]
    public async Task Where_nothing_can_be_said_nothing_is(string question)
    {
        using var answer = await SendAsync(question, new { text = "", offset = 0 });

        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("""{ "text": "{}" }""", "position")]
    [InlineData("""{ "text": "{}", "offset": 0, "position": { "line": 1, "column": 1 } }""", "position")]
    [InlineData("""{ "text": "{}", "offset": 3 }""", "offset")]
    [InlineData("""{ "text": "{}", "offset": -1 }""", "offset")]
    [InlineData("""{ "text": "{}", "position": { "line": 2, "column": 1 } }""", "position")]
    [InlineData("""{ "text": "{}", "position": { "line": 0, "column": 1 } }""", "position")]
    [InlineData("""{ "text": "{}", "position": { "line": 1, "column": 4 } }""", "position")]
    [InlineData("""{ "text": "{}\n{}", "position": { "line": 1, "column": 0 } }""", "position")]
    public async Task A_place_outside_of_the_text_is_told(string body, string parameter)
    {
        foreach (var question in new[] { "completion", "hover", "signature", "definition", "references" })
        {
            using var answer = await _client.PostAsync($"language/{question}", body);

            (await answer.ProblemAsync(HttpStatusCode.BadRequest, "invalid_request")).Text("parameter").ShouldBe(parameter);
        }

        using var rename = await _client.PostAsync("language/rename", body.Replace("\"text\"", "\"newId\": \"a\", \"text\"", StringComparison.Ordinal));
        (await rename.ProblemAsync(HttpStatusCode.BadRequest, "invalid_request")).Text("parameter").ShouldBe(parameter);
    }

    [Theory]
    [InlineData("""{ "text": 7, "offset": 0 }""")]
    [InlineData("""{ "text": null, "offset": 0 }""")]
    [InlineData("""{ "offset": 0 }""")]
    [InlineData("""{ "text": "", "offset": "0" }""")]
    [InlineData("""{ "text": "", "offset": 0.5 }""")]
    [InlineData("""{ "text": "", "offset": 99999999999 }""")]
    [InlineData("""{ "text": "", "position": 7 }""")]
    [InlineData("""{ "text": "", "position": { "line": 1 } }""")]
    [InlineData("""{ "text": "", "offset": 0, "other": 1 }""")]
    [InlineData("""{ "text": "\ud800", "offset": 0 }""")]
    public async Task A_question_of_another_shape_is_told(string body)
    {
        using var answer = await _client.PostAsync("language/hover", body);

        await answer.ProblemAsync(HttpStatusCode.BadRequest, "invalid_json");
    }

    [Theory]
    [InlineData("diagnostics", "")]
    [InlineData("completion", ", \"offset\": 0")]
    [InlineData("rename", ", \"offset\": 0, \"newId\": \"a\"")]
    public async Task A_text_larger_than_definitions_may_be_is_refused(string question, string others)
    {
        var text = JsonSerializer.Serialize(new string(' ', 1_100_000));

        using var answer = await _client.PostAsync($"language/{question}", $$"""{ "text": {{text}}{{others}} }""");

        await answer.ProblemAsync(HttpStatusCode.RequestEntityTooLarge, "body_too_large");
    }

    private static object At(string text, int further) => new { text = Definition, offset = Definition.IndexOf(text, StringComparison.Ordinal) + further };

    private Task<HttpResponseMessage> SendAsync(string question, object body) => _client.PostAsync($"language/{question}", JsonSerializer.Serialize(body));

    private async Task<JsonElement> AskAsync(string question, object body)
    {
        using var answer = await SendAsync(question, body);
        return await answer.JsonAsync(HttpStatusCode.OK);
    }
}
