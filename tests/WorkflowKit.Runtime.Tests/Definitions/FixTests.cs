using System.Text.Json;
using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Tests.Definitions;

/// <summary>What the reader offers to mend, and that its diagnostic is gone afterwards.</summary>
public class FixTests
{
    [Theory]
    [InlineData("30s", "PT30S")]
    [InlineData("30 seconds", "PT30S")]
    [InlineData("5m", "PT5M")]
    [InlineData("5 min", "PT5M")]
    [InlineData("1h30m", "PT1H30M")]
    [InlineData("1 hour and 30 minutes", "PT1H30M")]
    [InlineData("1.5h", "PT1.5H")]
    [InlineData("2d", "P2D")]
    [InlineData("2 weeks", "P2W")]
    [InlineData("500ms", "PT0.5S")]
    [InlineData("pt30s", "PT30S")]
    [InlineData("P30S", "PT30S")]
    [InlineData("P1H30M", "PT1H30M")]
    [InlineData("PT2D", "P2D")]
    [InlineData("00:00:30", "PT30S")]
    [InlineData("01:30:00", "PT1H30M")]
    [InlineData("2.01:00:00", "P2DT1H")]
    [InlineData(" PT30S", "PT30S")]
    public void A_duration_as_people_write_it_is_mended(string written, string meant) =>
        Mend($$"""{ "id": "w", "steps": [{ "id": "a", "type": "mail.send", "timeout": "{{written}}" }] }""", "WK1012").ShouldContain($"\"timeout\": \"{meant}\"");

    [Theory]
    [InlineData("P1M")]
    [InlineData("P1Y")]
    [InlineData("30")]
    [InlineData("PT30")]
    [InlineData("soon")]
    [InlineData("00:30")]
    [InlineData("-5s")]
    [InlineData("1h1h1ms")]
    public void A_duration_that_may_mean_several_things_is_left_alone(string written) =>
        Read($$"""{ "id": "w", "steps": [{ "id": "a", "type": "mail.send", "timeout": "{{written}}" }] }""").ShouldHaveSingleItem().Fix.ShouldBeNull();

    [Theory]
    [InlineData("""{ "id": "w" "steps": [] }""", """{ "id": "w", "steps": [] }""")]
    [InlineData("""{ "id": "w", "steps": [], }""", """{ "id": "w", "steps": [] }""")]
    [InlineData("""{ "id": "w",, "steps": [] }""", """{ "id": "w", "steps": [] }""")]
    [InlineData("""{ "id": 'w', "steps": [] }""", """{ "id": "w", "steps": [] }""")]
    [InlineData("""{ id: "w", "steps": [] }""", """{ "id": "w", "steps": [] }""")]
    [InlineData("""{ "id": w, "steps": [] }""", """{ "id": "w", "steps": [] }""")]
    [InlineData("""{ "id" = "w", "steps": [] }""", """{ "id" : "w", "steps": [] }""")]
    [InlineData("""{ "id" "w", "steps": [] }""", """{ "id": "w", "steps": [] }""")]
    [InlineData("""{ "id": "w"; "steps": [] }""", """{ "id": "w", "steps": [] }""")]
    [InlineData("""{ "id": "w", "x-a": True, "steps": [] }""", """{ "id": "w", "x-a": true, "steps": [] }""")]
    [InlineData("""{ "id": "w", "name": "a\d", "steps": [] }""", """{ "id": "w", "name": "a\\d", "steps": [] }""")]
    [InlineData("{ \"id\": \"w\", \"name\": \"a\tb\", \"steps\": [] }", """{ "id": "w", "name": "a\tb", "steps": [] }""")]
    [InlineData("{ \"id\": \"w,\n \"steps\": [] }", "{ \"id\": \"w\",\n \"steps\": [] }")]
    [InlineData("""{ "id": "w", "steps": [{ "id": "a", "type": "mail.send" }""", """{ "id": "w", "steps": [{ "id": "a", "type": "mail.send" }]}""")]
    [InlineData("""{ "id": "w", "steps": [} """, """{ "id": "w", "steps": []} """)]
    public void A_slip_in_the_json_is_mended(string text, string mended) => Mend(text, "WK1001").ReplaceLineEndings("\n").Replace(" ]", "]").Replace("] }", "]}").Replace("[], }", "[]}").Replace(",  ", ", ")
        .ShouldBe(mended.Replace("] }", "]}"));

    [Theory]
    [InlineData("WK1005", """{ "id": "w", "steps": [], "id": "w" }""", """{ "id": "w", "steps": [] }""")]
    [InlineData("WK1008", """{ "id": "w", "steps": [{ "id": "a", "type": "mail.send", "if": true }] }""", "\"if\": \"true\"")]
    [InlineData("WK1008", """{ "id": "w", "name": 5, "steps": [] }""", "\"name\": \"5\"")]
    [InlineData("WK1008", """{ "id": "w", "steps": [{ "id": "a", "type": "forEach", "items": "[]", "concurrency": "4", "steps": [] }] }""", "\"concurrency\": 4")]
    [InlineData("WK1008", """{ "id": "w", "steps": [{ "id": "a", "type": "mail.send" }, { "id": "b", "type": "mail.send", "after": "a" }] }""", "\"after\": [\"a\"]")]
    [InlineData("WK1008", """{ "id": "w", "steps": { "id": "a", "type": "mail.send" } }""", "\"steps\": [{ \"id\": \"a\", \"type\": \"mail.send\" }]")]
    [InlineData("WK1014", """{ "id": "w", "steps": [{ "id": "a", "type": "mail.send", "onError": "contine" }] }""", "\"onError\": \"continue\"")]
    [InlineData("WK1022", """{ "id": "w", "inputs": { "type": "object", "properties": { "n": { "type": "int" } } }, "steps": [] }""", "\"type\": \"integer\"")]
    public void A_wrong_value_is_mended(string code, string text, string mended) => Mend(text, code).ShouldContain(mended);

    [Fact]
    public void A_member_leaves_its_object_with_its_comma()
    {
        const string text = """
            { "id": "w", "steps": [{
              "id": "a", // the first
              "retry": { "maxAttempts": 3 },
              "type": "log",
              "message": "x",
              "resilience": "r"
            }] }
            """;

        var mended = text;
        while (Read(mended).FirstOrDefault(one => one.Fix is not null) is { } diagnostic)
            mended = diagnostic.Fix!.ApplyTo(mended);

        mended.ShouldBe("""
            { "id": "w", "steps": [{
              "id": "a", // the first
              "type": "log",
              "message": "x"
            }] }
            """);
    }

    [Fact]
    public void A_fix_of_another_text_is_refused() =>
        Should.Throw<ArgumentException>(() => Read("""{ "id": "w", "steps": [], "x": 1, "nam": 2 }""")[1].Fix!.ApplyTo("{}"));

    [Fact]
    public void A_diagnostic_is_json_for_editors()
    {
        var diagnostic = Read("""{ "id": "w", "steps": [{ "id": "a", "type": "foreach" }] }""").ShouldHaveSingleItem();

        JsonSerializer.Serialize(diagnostic).ShouldBe(
            """
            {"code":"WK1018","severity":"error","message":"There is no control step \u0060foreach\u0060.","hint":"Did you mean \u0060forEach\u0060?","pointer":"/steps/0/type",
            "span":{"start":44,"length":9,"line":1,"column":45,"endLine":1,"endColumn":54},
            "fix":{"title":"Write \u0060\u0022forEach\u0022\u0060","edits":[{"span":{"start":44,"length":9,"line":1,"column":45,"endLine":1,"endColumn":54},"newText":"\u0022forEach\u0022"}]}}
            """.ReplaceLineEndings(""));
    }

    private static string Mend(string text, string code)
    {
        var diagnostic = Read(text).First(one => one.Code == code);
        var mended = diagnostic.Fix.ShouldNotBeNull().ApplyTo(text);
        Read(mended).ShouldNotContain(one => one.Code == code && one.Message == diagnostic.Message, mended);
        return mended;
    }

    private static IReadOnlyList<Diagnostic> Read(string text) => WorkflowReader.Read(new SourceText(text, "test.workflow.json")).Diagnostics;
}
