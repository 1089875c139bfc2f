using WorkflowKit.Schemas;

namespace WorkflowKit.Runtime.Tests.Schemas;

public sealed class DefaultsTests
{
    [Theory]
    [InlineData("""{ "properties": { "limit": { "default": 1000 } } }""", "{}", """{"limit":1000}""")]
    [InlineData("""{ "properties": { "limit": { "default": 1000 } } }""", """{"limit":null}""", """{"limit":null}""")]
    [InlineData("""{ "properties": { "b": { "default": 1 }, "a": { "default": 2 } } }""", """{"z":0}""", """{"z":0,"b":1,"a":2}""")]
    [InlineData("""{ "properties": { "o": { "properties": { "x": { "default": 1 } } } } }""", """{"o":{}}""", """{"o":{"x":1}}""")]
    [InlineData("""{ "properties": { "o": { "properties": { "x": { "default": 1 } } } } }""", "{}", "{}")]
    [InlineData("""{ "properties": { "o": { "default": {}, "properties": { "x": { "default": 1 } } } } }""", "{}", """{"o":{"x":1}}""")]
    [InlineData("""{ "items": { "properties": { "x": { "default": 1 } } } }""", """[{},{"x":2},3]""", """[{"x":1},{"x":2},3]""")]
    [InlineData("""{ "prefixItems": [{ "properties": { "x": { "default": 1 } } }] }""", "[{},{}]", """[{"x":1},{}]""")]
    [InlineData("""{ "allOf": [{ "properties": { "x": { "default": 1 } } }] }""", "{}", """{"x":1}""")]
    [InlineData("""{ "anyOf": [{ "properties": { "x": { "default": 1 } } }] }""", "{}", "{}")]
    [InlineData("""{ "properties": { "x": { "$ref": "#/$defs/n" } }, "$defs": { "n": { "default": 7 } } }""", "{}", """{"x":7}""")]
    [InlineData("""{ "additionalProperties": { "properties": { "x": { "default": 1 } } } }""", """{"any":{}}""", """{"any":{"x":1}}""")]
    [InlineData("""{ "type": "object", "properties": { "x": { "default": 1 } } }""", "\"text\"", "\"text\"")]
    public void Defaults_of_absent_members_are_filled_in(string schema, string value, string completed) =>
        JsonSchema.Compile(schema).ApplyDefaults(Json.Of(value)).GetRawText().ShouldBe(completed);

    [Fact]
    public void A_default_that_contains_itself_is_filled_in_once()
    {
        var schema = JsonSchema.Compile("""{ "properties": { "next": { "$ref": "#", "default": {} } } }""");

        schema.ApplyDefaults(Json.Of("{}")).GetRawText().ShouldBe("""{"next":{}}""");
    }

    [Fact]
    public void Defaults_that_double_with_each_level_are_refused()
    {
        var levels = Enumerable.Range(0, 30).Select(i => $$"""
            "d{{i}}": { "default": {}, "properties": { "a": { "$ref": "#/$defs/d{{i + 1}}" }, "b": { "$ref": "#/$defs/d{{i + 1}}" } } }
            """);
        var schema = JsonSchema.Compile($$"""{ "$ref": "#/$defs/d0", "$defs": { {{string.Join(',', levels)}}, "d30": true } }""");

        Should.Throw<JsonSchemaException>(() => schema.ApplyDefaults(Json.Of("{}"))).Message.ShouldContain("more than 10000 defaults");
    }

    [Fact]
    public void Without_defaults_the_value_itself_comes_back() =>
        JsonSchema.Compile("{}").ApplyDefaults(Json.Of("""{ "a" : 1 }""")).GetRawText().ShouldBe("""{ "a" : 1 }""");
}
