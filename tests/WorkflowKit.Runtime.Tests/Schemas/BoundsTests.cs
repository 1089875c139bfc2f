using System.Diagnostics;
using System.Text;
using System.Text.Json;
using WorkflowKit.Schemas;

namespace WorkflowKit.Runtime.Tests.Schemas;

/// <summary>Schemas and values both come from strangers; neither may take a host's time or stack.</summary>
public sealed class BoundsTests
{
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(10);

    [Fact]
    public void Two_large_equal_objects_in_a_list_are_compared_quickly()
    {
        var members = string.Join(',', Enumerable.Range(0, 60_000).Select(i => $"\"m{i}\":{i}"));

        Quickly("""{ "uniqueItems": true }""", $"[{{{members}}},{{{members}}}]").IsValid.ShouldBeFalse();
    }

    [Fact]
    public void Numbers_made_to_share_a_hash_are_told_apart_quickly()
    {
        var numbers = string.Join(',', Enumerable.Range(1, 60_000).Select(i => ((decimal)i * 4294967296m) + i));

        Quickly("""{ "uniqueItems": true }""", $"[{numbers}]").IsValid.ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{ "multipleOf": 0.7 }""")]
    [InlineData("""{ "type": "integer", "minimum": 7, "const": 7.5 }""")]
    public void A_number_of_a_million_digits_takes_no_time(string schema) =>
        Quickly(schema, new string('7', 1_000_000)).IsValid.ShouldBeFalse();

    [Fact]
    public void Many_names_asked_of_a_large_object_are_given_up()
    {
        var names = string.Join(',', Enumerable.Range(0, 60_000).Select(i => $"\"n{i}\""));
        var members = string.Join(',', Enumerable.Range(0, 60_000).Select(i => $"\"m{i}\":1"));

        Quickly($$"""{ "required": [{{names}}] }""", $"{{{members}}}").Errors.ShouldHaveSingleItem().Message.ShouldContain("too large");
    }

    [Fact]
    public void An_expression_that_names_all_letters_a_thousand_times_takes_no_time()
    {
        var text = new StringBuilder().Insert(0, @"\p{L}", 1_500).ToString();

        Quickly("""{ "format": "regex" }""", Json.Text(text).GetRawText()).IsValid.ShouldBeTrue();
        Should.Throw<JsonSchemaException>(() => JsonSchema.Compile($$"""{ "pattern": {{Json.Text(text).GetRawText()}} }"""))
            .Message.ShouldContain("too many characters");
    }

    [Theory]
    [InlineData("^(([a-z])+.)+[A-Z]([a-z])+$")]
    [InlineData("^(a|a?)+$")]
    [InlineData("(x+x+)+y")]
    [InlineData(@"^(?=(a+)+$)\w*!$")]
    public void A_pattern_that_explodes_elsewhere_comes_to_an_end(string pattern) =>
        Quickly($$"""{ "items": { "pattern": {{Json.Text(pattern).GetRawText()}} } }""", $"[{string.Join(',', Enumerable.Repeat($"\"{new string('a', 5_000)}!\"", 50))}]")
            .IsValid.ShouldBeFalse();

    [Fact]
    public void A_thread_with_a_small_stack_is_not_overrun()
    {
        var schema = JsonSchema.Compile("""{ "properties": { "a": { "$ref": "#" } }, "patternProperties": { "^a$": { "items": { "$ref": "#" } } } }""");
        var depth = 900;
        var text = string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);
        var value = JsonElement.Parse(text, new() { MaxDepth = 1_000 });
        SchemaValidationResult? result = null;

        var thread = new Thread(() => result = schema.Validate(value), maxStackSize: 192 * 1024);
        thread.Start();
        thread.Join();

        result!.Errors.ShouldHaveSingleItem().Message.ShouldBe("is nested too deeply to be checked");
    }

    [Fact]
    public async Task One_schema_serves_many_threads()
    {
        var schema = JsonSchema.Compile("""{ "items": { "pattern": "^(a|b)+$", "format": "date-time" }, "uniqueItems": true }""");
        var value = Json.Of("""["ab", "ba", "c", "ab"]""");
        var expected = schema.Validate(value).ToString();

        var all = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Enumerable.Range(0, 200).Select(_ => schema.Validate(value).ToString()).Distinct().ToList())));

        all.SelectMany(one => one).Distinct().ShouldBe([expected]);
    }

    private static SchemaValidationResult Quickly(string schema, string value)
    {
        var compiled = JsonSchema.Compile(schema);
        var instance = JsonElement.Parse(value);
        var start = Stopwatch.GetTimestamp();

        var result = compiled.Validate(instance);

        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(Enough);
        return result;
    }
}
