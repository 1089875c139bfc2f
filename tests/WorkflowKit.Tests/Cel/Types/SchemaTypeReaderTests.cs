using WorkflowKit.CelTypes;
using WorkflowKit.Emission;

namespace WorkflowKit.Tests.CelTests.Types;

public sealed class SchemaTypeReaderTests
{
    [Theory]
    [InlineData("""{ "type": "string" }""", "string")]
    [InlineData("""{ "type": ["string", "null"] }""", "string or null")]
    [InlineData("""{ "type": ["integer", "number"] }""", "double")]
    [InlineData("""{ "type": ["integer", "string"] }""", "dyn")]
    [InlineData("""{ "enum": ["a", "b"] }""", "string")]
    [InlineData("""{ "enum": ["a", 1] }""", "dyn")]
    [InlineData("""{ "const": 1 }""", "int")]
    [InlineData("""{ "type": "array" }""", "list(dyn)")]
    [InlineData("""{ "type": "array", "items": { "type": "integer" } }""", "list(int)")]
    [InlineData("""{ "type": "object" }""", "dyn")]
    [InlineData("""{ "type": "object", "additionalProperties": { "type": "number" } }""", "map(string, double)")]
    [InlineData("""{ "oneOf": [{ "type": "string" }, { "type": "null" }] }""", "string or null")]
    [InlineData("""{ "anyOf": [{ "type": "string" }, { "type": "integer" }] }""", "dyn")]
    [InlineData("""{ "anyOf": [{ "type": "object", "properties": { "a": {} } }, { "type": "object", "properties": { "b": {} } }] }""", "dyn")]
    [InlineData("true", "dyn")]
    [InlineData("{}", "dyn")]
    [InlineData("""{ "$ref": "#/$defs/a", "$defs": { "a": { "type": "boolean" } } }""", "bool")]
    [InlineData("""{ "$ref": "#/$defs/no" }""", "dyn")]
    [InlineData("""{ "$ref": "#" }""", "dyn")]
    [InlineData("""{ "$ref": "https://example.com/schema" }""", "dyn")]
    public void A_schema_is_a_type_of_CEL(string schema, string name) => Read(schema).Type.Name.ShouldBe(name);

    [Fact]
    public void An_object_with_properties_is_a_record()
    {
        var (type, shapes) = Read("""
            { "properties": {
                "order-id": { "type": "string" },
                "note": { "type": "string" },
                "limit": { "type": "number", "default": 1 },
                "lines": { "type": "array", "items": { "type": "object", "properties": { "sku": { "type": "string" } }, "required": ["sku"] } } },
              "required": ["order-id"] }
            """);

        type.ShouldBeOfType<ObjectType>().Members.Select(m => $"{m.JsonName} {m.CSharpName}: {m.Type.Name}{(m.IsRequired ? "!" : "")}").ShouldBe(
            ["order-id OrderId: string!", "note Note: string or null", "limit Limit: double!", "lines Lines: list(InputsLinesItem) or null"]);
        shapes.Select(shape => shape.CSharpName).ShouldBe(["Inputs", "InputsLinesItem"]);
    }

    [Theory]
    [InlineData("""{ "enum": ["a", "b"] }""", "a b")]
    [InlineData("""{ "type": ["string", "null"], "enum": ["a", "b", null] }""", "a b")]
    [InlineData("""{ "oneOf": [{ "type": "null" }, { "enum": ["a", "b"] }] }""", "a b")]
    [InlineData("""{ "anyOf": [{ "enum": ["a", "b"] }, { "const": null }] }""", "a b")]
    [InlineData("""{ "oneOf": [{ "const": "a" }, { "const": "b" }, { "enum": ["b", "c"] }] }""", "a b c")]
    [InlineData("""{ "oneOf": [{ "$ref": "#/$defs/way" }, { "type": "null" }] }""", "x y")]
    [InlineData("""{ "oneOf": [{ "enum": ["a"] }, { "type": "string" }] }""", "")]
    [InlineData("""{ "oneOf": [{ "type": "null" }] }""", "")]
    [InlineData("""{ "oneOf": [{ "oneOf": [{ "enum": ["a"] }, { "type": "null" }] }, { "const": "b" }] }""", "a b")]
    public void The_texts_of_an_enum_are_known_beside_null(string schema, string words)
    {
        var (type, _) = Read($$"""{ "properties": { "way": {{schema}} }, "$defs": { "way": { "enum": ["x", "y"] } } }""");

        string.Join(' ', ((ObjectType)type).Find("way")!.Words).ShouldBe(words);
    }

    [Fact]
    public void A_schema_may_refer_to_itself()
    {
        var (type, shapes) = Read("""{ "type": "object", "properties": { "next": { "$ref": "#" }, "value": { "type": "integer" } } }""");

        shapes.Count.ShouldBe(1);
        ((ObjectType)type).Find("next")!.Type.WithoutNull.ShouldBe(type);
    }

    [Fact]
    public void Records_and_members_of_the_same_name_get_numbers()
    {
        var (type, shapes) = Read("""
            { "properties": { "a b": { "properties": { "x": {} } }, "a-b": { "properties": { "y": {} } }, "Read": {}, "inputs": {} } }
            """);

        shapes.Select(shape => shape.CSharpName).ShouldBe(["Inputs", "InputsAB", "InputsAB2"]);
        ((ObjectType)type).Members.Select(member => member.CSharpName).ShouldBe(["AB", "AB2", "Read2", "Inputs2"]);
    }

    private static (CelType Type, IReadOnlyList<RecordShape> Shapes) Read(string schema)
    {
        var reader = new SchemaTypeReader(new UniqueNames());
        return (reader.Read(Sample.Json(schema), "Inputs"), reader.Shapes);
    }
}
