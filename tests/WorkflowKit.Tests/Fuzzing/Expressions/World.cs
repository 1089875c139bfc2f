using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowKit.Expressions;

namespace WorkflowKit.Tests.Fuzzing.Expressions;

/// <summary>The values that expressions are evaluated with.</summary>
/// <param name="Name">What is special about them.</param>
/// <param name="Inputs">The workflow's inputs, which satisfy <see cref="Schema"/>.</param>
/// <param name="Output">The output of a step that ran.</param>
/// <param name="Maybe">The output of a step that may have been skipped.</param>
/// <param name="Count">The same of a step that gives a number.</param>
/// <param name="Data">What nothing is known about.</param>
public sealed record World(string Name, JsonElement Inputs, Everything Output, Everything? Maybe, long? Count, CelValue Data)
{
    public const string Schema = """
        { "type": "object",
          "properties": {
            "word": { "type": "string" },
            "number": { "type": "integer" },
            "share": { "type": "number" },
            "flag": { "type": "boolean" },
            "note": { "type": "string" },
            "amount": { "type": ["integer", "null"] },
            "color": { "enum": ["red", "green"] },
            "tags": { "type": "array", "items": { "type": "string" } },
            "counts": { "type": "array", "items": { "type": "integer" } },
            "grid": { "type": "array", "items": { "type": "array", "items": { "type": "integer" } } },
            "address": { "$ref": "#/$defs/address" },
            "billing": { "$ref": "#/$defs/address" },
            "rates": { "type": "object", "additionalProperties": { "type": "integer" } },
            "lines": { "type": "array", "items": { "type": "object", "properties": { "sku": { "type": "string" }, "quantity": { "type": "integer" }, "price": { "type": "number" } }, "required": ["sku", "quantity"] } },
            "anything": {}
          },
          "required": ["word", "number", "share", "flag", "color", "tags", "counts", "grid", "address", "rates", "lines", "anything"],
          "$defs": { "address": { "type": "object", "properties": { "city": { "type": "string" }, "zip": { "type": ["string", "null"] } }, "required": ["city"] } } }
        """;

    public static IReadOnlyList<World> All { get; } = [Full(), Nulls(), Edges(), Skipped()];

    /// <summary>Whether there are nulls, or members left out, where static types allow it.</summary>
    public bool HasNulls => Name is "nulls" or "edges";

    private static World Skipped() => Full() with { Name = "skipped", Maybe = null, Count = null };

    private static World Full()
    {
        var all = new Everything
        {
            Flag = true, Tiny = 7, Short = -3, Whole = 42, Long = 1_000_000_007, Natural = 5, Large = 9, Rough = 1.5f, Real = 2.25, Exact = 19.99m,
            Text = "Hello, 漢字 \ud83d\ude00", Letter = 'q', Guid = Guid.Parse("11111111-2222-3333-4444-555555555555"), Link = new("https://example.com/a?b=c"),
            Mind = Everything.Mood.Cross, Raw = [1, 2, 255], At = new(2026, 2, 28, 13, 30, 0, TimeSpan.FromHours(1)), When = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
            Took = TimeSpan.FromSeconds(90), Day = new(2026, 3, 1), Hour = new(8, 15), MaybeFlag = false, MaybeWhole = 3, MaybeLarge = 12, MaybeReal = 0.5, MaybeExact = 1.10m,
            MaybeText = "note", MaybeMind = Everything.Mood.Calm, MaybeAt = DateTimeOffset.UnixEpoch, MaybeTook = TimeSpan.FromMinutes(-5), MaybeRaw = "abc"u8.ToArray(),
            One = new("one", 1, 1.5, Chain("two", 3)), MaybeOne = Chain("maybe", 4), Wholes = [3, 1, 2], Longs = [10, 20, 20], Reals = [0.5, -1.25],
            Texts = ["b", "a", "", "c"], Flags = [true, false], Exacts = [1.1m, 2.2m], Times = [DateTimeOffset.UnixEpoch, new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)],
            Spans = [TimeSpan.FromHours(1), TimeSpan.Zero], Minds = [Everything.Mood.Calm, Everything.Mood.Cross], Gaps = [1, 3], TextGaps = ["x"],
            Parts = [Chain("p", 4), Chain("q", 4)], Rows = [[1, 2], [], [3]], MaybeTexts = ["m"],
            Stock = new() { ["a"] = 1, ["b"] = 2 }, Labels = new Dictionary<string, string> { ["a"] = "x", ["k"] = "v" }, Names = new() { [1] = "one", [2] = "two" },
            Bins = new() { ["a"] = Chain("bin", 4) }, Groups = new() { ["a"] = [1, 2], ["e"] = [] }, MaybeRates = new() { ["a"] = 0.1 },
            Body = Json("""{ "a": 1, "b": [1, "x", null, 2.5], "c": { "d": true }, "text": "t" }"""), Anything = "something", Node = JsonNode.Parse("""{ "a": [1] }"""), Document = JsonDocument.Parse("""[true, "a"]"""), Value = CelValue.List([Cel.Of(1), Cel.Of("a")]),
        };
        return new(
            "full",
            Json("""
                { "word": "word", "number": 12, "share": 0.75, "flag": true, "note": "n", "amount": 4, "color": "red", "tags": ["x", "y"], "counts": [5, 3, 5], "grid": [[1], [2, 3]],
                  "address": { "city": "Bern", "zip": "3000" }, "billing": { "city": "Basel", "zip": "4000" }, "rates": { "a": 3 }, "lines": [{ "sku": "s", "quantity": 2, "price": 1.5 }, { "sku": "t", "quantity": 0, "price": 0.25 }],
                  "anything": { "a": [1, 2] } }
                """),
            all, all, 3, CelValue.Map(("a", Cel.Of(1)), ("b", CelValue.List([Cel.Of(1), Cel.Of(2)]))));
    }

    private static World Nulls() => new(
        "nulls",
        Json("""{ "word": "", "number": 0, "share": 0.5, "flag": false, "color": "green", "tags": [], "counts": [], "grid": [], "address": { "city": "" }, "rates": {}, "lines": [], "anything": null }"""),
        new Everything { One = new("", 0, null, null), Body = Json("null") }, null, null, CelValue.Null);

    private static World Edges()
    {
        var all = new Everything
        {
            Flag = false, Tiny = 255, Short = short.MinValue, Whole = int.MinValue, Long = long.MaxValue, Natural = uint.MaxValue, Large = ulong.MaxValue, Rough = float.MaxValue, Real = double.NaN,
            Exact = decimal.MaxValue, Text = "\0\"\\{}\u2028", Letter = '"', Mind = Everything.Mood.Calm, Raw = [0], At = DateTimeOffset.MaxValue, When = new(1, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            Took = TimeSpan.MinValue, Day = DateOnly.MaxValue, Hour = TimeOnly.MaxValue, MaybeWhole = int.MaxValue, MaybeLarge = 0, MaybeReal = double.PositiveInfinity, MaybeExact = 0.1m, MaybeText = "",
            MaybeAt = DateTimeOffset.MinValue, MaybeTook = TimeSpan.MaxValue, One = new("\ud83d\ude00", long.MinValue, double.NegativeInfinity, null), Wholes = [int.MaxValue, int.MinValue, 0],
            Longs = [long.MaxValue, long.MinValue], Reals = [double.NaN, -0.0, 9007199254740993], Texts = ["\u0301", "A", "a"], Exacts = [0.10m, 0.1m, -79228162514264337593543950335m], Gaps = [null], TextGaps = [null, ""],
            Rows = [[]], MaybeTexts = [], Stock = new() { [""] = 0 }, Names = new() { [long.MinValue] = "" }, Body = Json("[1e3, 12345678901234567890, -0, 0.1, {}]"), Anything = new List<int> { 1 }, Value = Cel.Of(1.5),
        };
        return new(
            "edges",
            Json("""
                { "word": "\u0000'\"", "number": -9223372036854775808, "share": 1e300, "flag": true, "color": "red", "tags": ["", "x", "x"], "counts": [9223372036854775807], "grid": [[]],
                  "address": { "city": "C" }, "rates": { "": -1, "a": 9223372036854775807 }, "lines": [{ "sku": "", "quantity": -1, "price": -0.5 }], "anything": [[], "a", 1.5] }
                """),
            all, all, -1, CelValue.List([CelValue.Null, Cel.Of("x")]));
    }

    // Longer than the expressions go.
    private static Everything.Part Chain(string name, int length) => new(name, length, length / 2.0, length == 0 ? null : Chain(name + length, length - 1));

    private static JsonElement Json(string text) => JsonElement.Parse(text);
}
