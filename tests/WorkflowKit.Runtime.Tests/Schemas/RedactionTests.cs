using WorkflowKit.Schemas;

namespace WorkflowKit.Runtime.Tests.Schemas;

public sealed class RedactionTests
{
    [Theory]
    [InlineData("""{ "properties": { "key": { "writeOnly": true } } }""", """{"key":"k","a":1}""", """{"key":"***","a":1}""")]
    [InlineData("""{ "properties": { "pin": { "format": "password" } } }""", """{"pin":1234}""", """{"pin":"***"}""")]
    [InlineData("""{ "properties": { "o": { "writeOnly": true } } }""", """{"o":{"a":[1]}}""", """{"o":"***"}""")]
    [InlineData("""{ "items": { "properties": { "key": { "writeOnly": true } } } }""", """[{"key":1},{"b":2}]""", """[{"key":"***"},{"b":2}]""")]
    [InlineData("""{ "properties": { "k": { "$ref": "#/$defs/s" } }, "$defs": { "s": { "writeOnly": true } } }""", """{"k":1}""", """{"k":"***"}""")]
    [InlineData("""{ "oneOf": [{ "properties": { "k": { "writeOnly": true } } }, true] }""", """{"k":1}""", """{"k":"***"}""")]
    [InlineData("""{ "patternProperties": { "^secret": { "writeOnly": true } } }""", """{"secretA":1,"b":2}""", """{"secretA":"***","b":2}""")]
    [InlineData("""{ "additionalProperties": { "writeOnly": true }, "properties": { "a": {} } }""", """{"a":1,"b":2}""", """{"a":1,"b":"***"}""")]
    [InlineData("""{ "properties": { "key": { "writeOnly": true } } }""", """{"key":null}""", """{"key":null}""")]
    [InlineData("""{ "properties": { "key": { "writeOnly": false } } }""", """{"key":"k"}""", """{"key":"k"}""")]
    public void What_a_schema_marks_as_secret_is_replaced(string schema, string value, string redacted) =>
        JsonSchema.Compile(schema).Redact(Json.Of(value)).GetRawText().ShouldBe(redacted);

    [Fact]
    public void A_tree_is_redacted_to_its_leaves()
    {
        var schema = JsonSchema.Compile("""
            { "properties": { "key": { "writeOnly": true }, "children": { "items": { "$ref": "#" } } } }
            """);

        schema.Redact(Json.Of("""{"children":[{"key":1,"children":[{"key":2}]}]}""")).GetRawText()
            .ShouldBe("""{"children":[{"key":"***","children":[{"key":"***"}]}]}""");
    }

    [Fact]
    public void An_error_does_not_show_a_secret()
    {
        var schema = JsonSchema.Compile("""{ "properties": { "key": { "writeOnly": true, "items": { "pattern": "^k" } }, "n": { "maximum": 1 } } }""");

        var errors = schema.Validate(Json.Of("""{ "key": ["hunter2"], "n": 2 }""")).Errors;

        errors.Select(error => error.Actual).ShouldBe(["***", "2"]);
    }
}
