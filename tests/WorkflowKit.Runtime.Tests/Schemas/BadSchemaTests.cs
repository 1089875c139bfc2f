using WorkflowKit.Schemas;

namespace WorkflowKit.Runtime.Tests.Schemas;

public sealed class BadSchemaTests
{
    [Theory]
    [InlineData("1", "", "a schema is an object, true or false")]
    [InlineData("""{ "properties": { "a": 1 } }""", "/properties/a", "a schema is an object, true or false")]
    [InlineData("""{ "type": "text" }""", "/type", "the types are string, number")]
    [InlineData("""{ "type": [] }""", "/type", "at least one type")]
    [InlineData("""{ "properties": { "a": { "minLength": -1 } } }""", "/properties/a/minLength", "a whole number of at least 0")]
    [InlineData("""{ "maxItems": 1.5 }""", "/maxItems", "a whole number of at least 0")]
    [InlineData("""{ "minimum": "1" }""", "/minimum", "must be a number")]
    [InlineData("""{ "multipleOf": 0 }""", "/multipleOf", "more than 0")]
    [InlineData("""{ "required": "a" }""", "/required", "a list of names")]
    [InlineData("""{ "required": ["a", "a"] }""", "/required", "'a' twice")]
    [InlineData("""{ "allOf": [] }""", "/allOf", "at least one schema")]
    [InlineData("""{ "items": [{}] }""", "/items", "'prefixItems'")]
    [InlineData("""{ "$ref": "#/$defs/a" }""", "/$ref", "names no schema within this document")]
    [InlineData("""{ "$ref": "https://example.com/other.json" }""", "/$ref", "schemas elsewhere cannot be referred to")]
    [InlineData("""{ "$ref": "#/required", "required": ["a"] }""", "/$ref", "is no schema")]
    [InlineData("""{ "$dynamicRef": "#a" }""", "/$dynamicRef", "not supported")]
    [InlineData("""{ "unevaluatedProperties": 1 }""", "/unevaluatedProperties", "a schema is an object, true or false")]
    [InlineData("""{ "dependencies": { "a": ["b", 1] } }""", "/dependencies", "a list of names")]
    [InlineData("""{ "$recursiveRef": "#" }""", "/$recursiveRef", "not part of JSON Schema 2020-12")]
    [InlineData("""{ "$schema": "http://json-schema.org/draft-07/schema#" }""", "/$schema", "only JSON Schema 2020-12")]
    [InlineData("""{ "$defs": { "a": { "$anchor": "x" }, "b": { "$anchor": "x" } } }""", "/$defs/b/$anchor", "given twice")]
    [InlineData("""{ "patternProperties": { "(": {} } }""", "/patternProperties", "no regular expression")]
    [InlineData("""{ "writeOnly": "yes" }""", "/writeOnly", "true or false")]
    public void A_bad_schema_is_refused_where_it_is_wrong(string schema, string pointer, string message)
    {
        var failure = Should.Throw<JsonSchemaException>(() => JsonSchema.Compile(schema));

        failure.Pointer.ShouldBe(pointer);
        failure.Message.ShouldContain(message);
    }

    [Fact]
    public void Text_that_is_no_JSON_is_refused() =>
        Should.Throw<JsonSchemaException>(() => JsonSchema.Compile("{")).Message.ShouldStartWith("the schema is no JSON");

    [Fact]
    public void All_problems_come_at_once()
    {
        JsonSchema.TryCompile(Json.Of("""{ "minLength": "a", "$defs": { "unused": { "type": "strnig" } } }"""), out var schema, out var problems)
            .ShouldBeFalse();

        schema.ShouldBeNull();
        problems.Select(problem => problem.Pointer).ShouldBe(["/minLength", "/$defs/unused/type"]);
    }

    [Theory]
    [InlineData("""{ "$ref": "#" }""")]
    [InlineData("""{ "$defs": { "a": { "$ref": "#/$defs/b" }, "b": { "allOf": [{ "$ref": "#/$defs/a" }] } } }""")]
    [InlineData("""{ "anyOf": [{ "type": "string" }, { "not": { "$ref": "#" } }] }""")]
    public void A_schema_that_applies_itself_without_end_is_refused(string schema) =>
        Should.Throw<JsonSchemaException>(() => JsonSchema.Compile(schema)).Message.ShouldContain("without end");

    [Fact]
    public void A_schema_may_describe_a_tree()
    {
        var schema = JsonSchema.Compile("""
            { "properties": { "name": { "type": "string" }, "children": { "items": { "$ref": "#" } } }, "required": ["name"] }
            """);

        schema.Validate(Json.Of("""{ "name": "a", "children": [{ "name": "b", "children": [{}] }] }""")).ToString()
            .ShouldBe("/children/0/children/0/name: is required");
    }

    [Fact]
    public void A_chain_of_ten_thousand_references_is_an_error_and_no_crash()
    {
        var links = Enumerable.Range(0, 10_000).Select(i => $$"""  "d{{i}}": { "$ref": "#/$defs/d{{i + 1}}" }  """);
        var schema = JsonSchema.Compile($$"""{ "$ref": "#/$defs/d0", "$defs": { {{string.Join(',', links)}}, "d10000": true } }""");

        schema.Validate(Json.Of("1")).Errors.ShouldHaveSingleItem().Message.ShouldBe("is nested too deeply to be checked");
    }

    [Fact]
    public void A_schema_that_doubles_the_work_with_each_level_is_given_up()
    {
        var levels = Enumerable.Range(0, 60).Select(i => $$"""
            "d{{i}}": { "anyOf": [{ "$ref": "#/$defs/d{{i + 1}}" }, { "$ref": "#/$defs/d{{i + 1}}" }] }
            """);
        var schema = JsonSchema.Compile($$"""{ "$ref": "#/$defs/d0", "$defs": { {{string.Join(',', levels)}}, "d60": false } }""");

        schema.Validate(Json.Of("1")).Errors.ShouldHaveSingleItem().Message.ShouldBe("is too large to be checked against this schema");
    }
}
