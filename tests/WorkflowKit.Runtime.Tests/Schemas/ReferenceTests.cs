using WorkflowKit.Schemas;

namespace WorkflowKit.Runtime.Tests.Schemas;

public sealed class ReferenceTests
{
    [Theory]
    [InlineData("""{ "$ref": "#/$defs/a%20b", "$defs": { "a b": { "type": "string" } } }""")]
    [InlineData("""{ "$ref": "#/$defs/a~1b", "$defs": { "a/b": { "type": "string" } } }""")]
    [InlineData("""{ "$ref": "#text", "$defs": { "t": { "$anchor": "text", "type": "string" } } }""")]
    [InlineData("""{ "$ref": "text.json", "$id": "https://example.com/a/root.json", "$defs": { "t": { "$id": "text.json", "type": "string" } } }""")]
    [InlineData("""{ "$ref": "inner#/$defs/s", "$defs": { "t": { "$id": "inner", "$defs": { "s": { "type": "string" } } } } }""")]
    [InlineData("""{ "$ref": "inner#s", "$defs": { "t": { "$id": "inner", "$defs": { "s": { "$anchor": "s", "type": "string" } } } } }""")]
    [InlineData("""{ "$ref": "#/x-shared/text", "x-shared": { "text": { "type": "string" } } }""")]
    [InlineData("""{ "$ref": "#/allOf/1", "allOf": [true, { "type": "string" }] }""")]
    public void A_reference_within_the_document_is_followed(string schema)
    {
        var compiled = JsonSchema.Compile(schema);

        compiled.IsValid(Json.Of("\"a\"")).ShouldBeTrue();
        compiled.IsValid(Json.Of("1")).ShouldBeFalse();
    }

    [Fact]
    public void A_schema_may_ask_for_a_schema()
    {
        var schema = JsonSchema.Compile("""{ "$ref": "https://json-schema.org/draft/2020-12/schema" }""");

        schema.IsValid(Json.Of("""{ "properties": { "a": { "minLength": 1 } } }""")).ShouldBeTrue();
        schema.Validate(Json.Of("""{ "properties": { "a": { "minLength": -1 } } }""")).ToString()
            .ShouldBe("/properties/a/minLength: must be at least 0");
    }

    [Fact]
    public void An_id_within_a_constant_names_nothing() =>
        Should.Throw<JsonSchemaException>(() => JsonSchema.Compile("""{ "$ref": "x", "enum": [{ "$id": "x" }] }""")).Pointer.ShouldBe("/$ref");
}
