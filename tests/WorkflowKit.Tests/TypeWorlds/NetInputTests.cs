using System.Text.Json;
using WorkflowKit.Tests.TypeWorlds.Steps;
using WorkflowKit.Tests.Workflows;

namespace WorkflowKit.Tests.TypeWorlds;

/// <summary>What templates give to a step arrives as the .NET types that it declares.</summary>
public sealed class NetInputTests
{
    private const string Inputs = """{ "type": "object", "properties": { "any": {}, "n": { "type": "integer" }, "d": { "type": "number" }, "s": { "type": "string" } }, "required": ["any", "n", "d", "s"] }""";

    /// <summary>A member of the input, the template that gives it, and the JSON that the step has then.</summary>
    private static readonly (string Member, string Template, string Expected)[] Rows =
    [
        ("text", "\"a\\u0041\"", "\"aA\""),
        ("text", "\"${{ inputs.s }}!\"", "\"word!\""),
        ("text", "\"${{ inputs.any.text }}\"", "\"any\""),
        ("maybeText", "null", "null"),
        ("a name", "\"${{ inputs.s }}\"", "\"word\""),
        ("flag", "true", "true"),
        ("flag", "\"${{ inputs.n > 1 }}\"", "true"),
        ("small", "-128", "-128"),
        ("byte", "255", "255"),
        ("byte", "\"${{ inputs.n }}\"", "3"),
        ("short", "\"${{ inputs.any.number }}\"", "7"),
        ("uShort", "65535", "65535"),
        ("int", "\"${{ inputs.n * 2 }}\"", "6"),
        ("uInt", "4294967295", "4294967295"),
        ("long", "9223372036854775807", "9223372036854775807"),
        ("uLong", "\"${{ 18446744073709551615u }}\"", "18446744073709551615"),
        ("uLong", "18446744073709551615", "18446744073709551615"),
        ("float", "0.5", "0.5"),
        ("double", "1", "1"),
        ("double", "\"${{ inputs.n }}\"", "3"),
        ("decimal", "0.1000", "0.1000"),
        ("decimal", "\"${{ inputs.d }}\"", "2.5"),
        ("letter", "\"x\"", "\"x\""),
        ("maybeInt", "null", "null"),
        ("maybeInt", "\"${{ inputs.n }}\"", "3"),
        ("maybeDecimal", "1.10", "1.10"),
        ("guid", "\"6F9619FF-8B86-D011-B42D-00C04FC964FF\"", "\"6f9619ff-8b86-d011-b42d-00c04fc964ff\""),
        ("maybeGuid", "\"${{ inputs.any.guid }}\"", "\"6f9619ff-8b86-d011-b42d-00c04fc964ff\""),
        ("uri", "\"https://example.com/${{ inputs.s }}\"", "\"https://example.com/word\""),
        ("moment", "\"2026-02-28T13:30:00+02:00\"", "\"2026-02-28T13:30:00+02:00\""),
        ("moment", "\"${{ timestamp('2026-02-28T13:30:00Z') + duration('1h') }}\"", "\"2026-02-28T14:30:00+00:00\""),
        ("maybeMoment", "\"${{ inputs.any.time }}\"", "\"2026-02-28T13:30:00+00:00\""),
        ("time", "\"2026-02-28T13:30:00Z\"", "\"2026-02-28T13:30:00Z\""),
        ("date", "\"2026-02-28\"", "\"2026-02-28\""),
        ("clock", "\"13:30:00\"", "\"13:30:00\""),
        ("span", "\"PT1H30M\"", "\"01:30:00\""),
        ("span", "\"${{ duration('90m') }}\"", "\"01:30:00\""),
        ("bytes", "\"AQL/\"", "\"AQL/\""),
        ("bytes", "\"${{ b'ab' }}\"", "\"YWI=\""),
        ("color", "\"sea-green\"", "\"sea-green\""),
        ("color", "\"${{ inputs.n > 1 ? 'Red' : 'sea-green' }}\"", "\"Red\""),
        ("maybeColor", "null", "null"),
        ("list", "[1, \"${{ inputs.n }}\"]", "[1,3]"),
        ("array", "\"${{ [1, 2].map(x, x + 1) }}\"", "[2,3]"),
        ("readOnlyList", "\"${{ inputs.any.list }}\"", """["p","q"]"""),
        ("mutableList", "[1]", "[1]"),
        ("collection", "[2, 3]", "[2,3]"),
        ("enumerable", "[1, 2.5]", "[1,2.5]"),
        ("set", "[\"a\", \"b\"]", """["a","b"]"""),
        ("matrix", "[[1], [], [2, 3]]", "[[1],[],[2,3]]"),
        ("colors", "[\"Red\", \"sea-green\"]", """["Red","sea-green"]"""),
        ("gaps", "[1, null]", "[1,null]"),
        ("moments", "[\"2026-01-01T00:00:00Z\"]", """["2026-01-01T00:00:00+00:00"]"""),
        ("map", """{ "a": 1, "b c": "${{ inputs.n }}" }""", """{"a":1,"b c":3}"""),
        ("map", "\"${{ {'x': 1} }}\"", """{"x":1}"""),
        ("readOnlyMap", """{ "price": 9.90 }""", """{"price":9.90}"""),
        ("pointMap", """{ "line": [{ "x": 1, "y": "${{ inputs.n }}" }] }""", """{"line":[{"x":1,"y":3}]}"""),
        ("point", """{ "x": 1, "y": 2 }""", """{"x":1,"y":2}"""),
        ("maybePoint", "null", "null"),
        ("maybePoint", """{ "x": 1, "y": 2 }""", """{"x":1,"y":2}"""),
        ("points", "\"${{ inputs.any.points }}\"", """[{"x":1,"y":2}]"""),
        ("branch", """{ "name": "a", "next": { "name": "b", "twigs": [{ "name": "c" }] } }""", """{"name":"a","next":{"name":"b","next":null,"twigs":[{"name":"c","next":null,"twigs":[]}]},"twigs":[]}"""),
        ("dog", """{ "name": "Rex", "trick": "${{ inputs.s }}" }""", """{"trick":"word","name":"Rex","legs":4}"""),
        ("json", """{ "deep": [1, "${{ inputs.any }}"] }""", """{"deep":[1,{"text":"any","number":7,"guid":"6f9619ff-8b86-d011-b42d-00c04fc964ff","time":"2026-02-28T13:30:00Z","list":["p","q"],"points":[{"x":1,"y":2}]}]}"""),
        ("node", "[1, null]", "[1,null]"),
        ("anything", """{ "k": ["${{ inputs.n }}"] }""", """{"k":[3]}"""),
    ];

    [Fact]
    public async Task Every_kind_of_property_takes_what_a_template_gives()
    {
        await using var host = new WorkflowHost(kit => kit.AddStep<TakeEverything>());
        var steps = Rows.Select((row, i) => $$"""{ "id": "s{{i}}", "type": "types.take", "with": { "{{row.Member}}": {{row.Template}} } }""");

        var record = await host.RunAsync(new Workflow(string.Join(",\n", steps)) { Inputs = Inputs }, new
        {
            any = new { text = "any", number = 7, guid = "6f9619ff-8b86-d011-b42d-00c04fc964ff", time = "2026-02-28T13:30:00Z", list = new[] { "p", "q" }, points = new[] { new { x = 1, y = 2 } } },
            n = 3,
            d = 2.5,
            s = "word",
        });

        record.ShouldHaveCompleted();
        Rows.Select((row, i) => $"{row.Member}: {row.Template} -> {Given(record, i).GetProperty(row.Member).GetRawText()}")
            .ShouldBe(Rows.Select(row => $"{row.Member}: {row.Template} -> {row.Expected}"));
    }

    private static JsonElement Given(ExecutionRecord record, int row) => record.Step($"s{row}").Output!.Value;
}
