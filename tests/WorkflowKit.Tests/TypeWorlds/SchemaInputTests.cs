using System.Text.Json;
using WorkflowKit.Tests.Workflows;

namespace WorkflowKit.Tests.TypeWorlds;

/// <summary>What a JSON Schema describes is read by expressions as what it is.</summary>
public sealed class SchemaInputTests
{
    /// <summary>Each row is one property of the inputs: its schema, the value of a run, an expression over it, called <c>v</c>, and the JSON of what it is.</summary>
    private static readonly (string Schema, string Value, string Expression, string Expected)[] Rows =
    [
        ("""{ "type": "string" }""", "\"a\"", "v + 'b'", "\"ab\""),
        ("""{ "type": "integer" }""", "3", "v / 2", "1"),
        ("""{ "type": "integer" }""", "3.0", "v + 1", "4"),
        ("""{ "type": "number" }""", "3", "v / 2.0", "1.5"),
        ("""{ "type": "boolean" }""", "true", "!v", "false"),
        ("""{ "type": "null" }""", "null", "v == null", "true"),
        ("""{ "type": ["string", "null"] }""", "null", "v == null ? 'none' : v", "\"none\""),
        ("""{ "type": ["null", "integer"] }""", "4", "v != null && v > 3", "true"),
        ("""{ "oneOf": [{ "type": "number" }, { "type": "null" }] }""", "0.5", "v == null ? 0.0 : v * 2.0", "1"),
        ("""{ "anyOf": [{ "$ref": "#/$defs/line" }, { "type": "null" }] }""", """{ "sku": "a" }""", "v != null ? v.sku : ''", "\"a\""),
        ("""{ "anyOf": [{ "$ref": "#/$defs/line" }, { "type": "null" }] }""", "null", "has(v.sku)", "false"),
        ("""{ "enum": ["low", "high"] }""", "\"low\"", "v == 'low'", "true"),
        ("""{ "enum": [1, 2, 3] }""", "2", "v * 10", "20"),
        ("""{ "enum": ["low", null] }""", "null", "v == null", "true"),
        ("""{ "enum": ["low", 1] }""", "1", "v == 1", "true"),
        ("""{ "const": "fixed" }""", "\"fixed\"", "v.size()", "5"),
        ("""{ "const": { "a": 1 } }""", """{ "a": 1 }""", "v.a", "1"),
        ("""{ "oneOf": [{ "type": "string" }, { "type": "integer" }] }""", "7", "type(v) == int ? v + 1 : size(v)", "8"),
        ("""{ "oneOf": [{ "type": "string" }, { "type": "integer" }] }""", "\"seven\"", "type(v) == int ? v + 1 : size(v)", "5"),
        ("""{ "oneOf": [{ "type": "object", "properties": { "card": { "type": "string" } }, "required": ["card"] }, { "type": "object", "properties": { "iban": { "type": "string" } }, "required": ["iban"] }] }""", """{ "iban": "PT50" }""", "has(v.iban) ? v.iban : v.card", "\"PT50\""),
        ("""{ "type": "array", "items": { "type": "integer" } }""", "[1, 2]", "v.map(x, x + 1)", "[2,3]"),
        ("""{ "type": "array" }""", "[1, \"a\"]", "v[1] == 'a'", "true"),
        ("""{ "type": "array", "items": { "type": "array", "items": { "type": "array", "items": { "type": "string" } } } }""", """[[["a"], []], []]""", "v[0][0][0] + string(size(v[0]))", "\"a2\""),
        ("""{ "type": "array", "items": { "$ref": "#/$defs/line" } }""", """[{ "sku": "a", "quantity": 2 }, { "sku": "b" }]""", "v.map(l, l.sku + string(l.?quantity.orValue(1)))", """["a2","b1"]"""),
        ("""{ "type": "array", "items": { "type": ["integer", "null"] } }""", "[1, null]", "v.filter(x, x != null)", "[1]"),
        ("""{ "type": "object" }""", """{ "x": { "y": 1 } }""", "v.x.y", "1"),
        ("""{ "type": "object", "additionalProperties": { "type": "number" } }""", """{ "a": 1, "b": 2.5 }""", "v.a + v.b", "3.5"),
        ("""{ "type": "object", "additionalProperties": { "$ref": "#/$defs/line" } }""", """{ "first": { "sku": "a" } }""", "v.first.sku", "\"a\""),
        ("""{ "type": "object", "properties": { "a": { "type": "integer" } }, "required": ["a"] }""", """{ "a": 1, "more": true }""", "v.a", "1"),
        ("""{ "type": "object", "properties": { "a": { "type": "integer" } }, "additionalProperties": false }""", "{}", "v.?a.orValue(5)", "5"),
        ("""{ "type": "object", "properties": { "a": { "type": "integer", "default": 6 } } }""", "{}", "v.a", "6"),
        ("""{ "type": "object", "properties": { "two words": { "type": "string" }, "class": { "type": "string" } }, "required": ["two words", "class"] }""", """{ "two words": "a", "class": "b" }""", "v['two words'] + v['class']", "\"ab\""),
        ("""{ "$ref": "#/$defs/tree" }""", """{ "name": "a", "children": [{ "name": "b", "children": [{ "name": "c" }] }] }""", "v.children[0].children[0].name", "\"c\""),
        ("""{ "$ref": "#/$defs/tree" }""", """{ "name": "a" }""", "v.?parent.?name.orValue('root')", "\"root\""),
        ("""{ "$ref": "#/$defs/alias" }""", """{ "sku": "a" }""", "v.sku", "\"a\""),
        ("""{ "allOf": [{ "$ref": "#/$defs/line" }, { "type": "object", "properties": { "price": { "type": "number" } }, "required": ["price"] }] }""", """{ "sku": "a", "price": 0.5 }""", "v.sku + string(v.price)", "\"a0.5\""),
        ("""{ "allOf": [{ "type": "integer" }, { "minimum": 1 }] }""", "4", "v + 1", "5"),
        ("""{ "type": "string", "format": "date-time" }""", "\"2026-02-28T13:30:00Z\"", "timestamp(v).getFullYear()", "2026"),
        ("{}", """[1, { "a": null }]""", "v[1].a == null", "true"),
        ("true", "1", "v + 1", "2"),
    ];

    private const string Definitions = """
        { "line": { "type": "object", "properties": { "sku": { "type": "string" }, "quantity": { "type": "integer" } }, "required": ["sku"] },
          "alias": { "$ref": "#/$defs/line" },
          "tree": { "type": "object", "properties": { "name": { "type": "string" }, "children": { "type": "array", "default": [], "items": { "$ref": "#/$defs/tree" } }, "parent": { "$ref": "#/$defs/tree" } }, "required": ["name"] } }
        """;

    [Fact]
    public async Task Every_shape_of_a_schema_reads_as_what_it_is()
    {
        await using var host = new WorkflowHost();
        var properties = Rows.Select((row, i) => $"\"p{i}\": {row.Schema}");
        var required = Rows.Select((_, i) => $"\"p{i}\"");
        var outputs = Rows.Select((row, i) => $"\"r{i}\": {JsonSerializer.Serialize($"${{{{ cel.bind(v, inputs.p{i}, {row.Expression}) }}}}")}");
        var inputs = $"{{ {string.Join(", ", Rows.Select((row, i) => $"\"p{i}\": {row.Value}"))} }}";

        var record = await host.RunAsync(
            new Workflow("""{ "id": "note", "type": "log", "message": "-" }""")
            {
                Inputs = $$"""{ "type": "object", "$defs": {{Definitions}}, "properties": { {{string.Join(",\n", properties)}} }, "required": [{{string.Join(", ", required)}}] }""",
                Outputs = $"{{ {string.Join(",\n", outputs)} }}",
            },
            JsonElement.Parse(inputs));

        record.ShouldHaveCompleted();
        Rows.Select((row, i) => $"{row.Schema}: {row.Expression} = {record.Outputs!.Value.GetProperty($"r{i}").GetRawText()}")
            .ShouldBe(Rows.Select(row => $"{row.Schema}: {row.Expression} = {row.Expected}"));
    }
}
