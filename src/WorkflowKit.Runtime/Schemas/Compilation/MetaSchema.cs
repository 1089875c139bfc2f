using System.Text.Json;

namespace WorkflowKit.Schemas.Compilation;

/// <summary>The schema of schemas, so that a schema can ask for a schema. Its vocabularies are in one document, and its dynamic references static.</summary>
internal static class MetaSchema
{
    public const string Uri = "https://json-schema.org/draft/2020-12/schema";

    private static readonly Lazy<JsonElement> Parsed = new(() => JsonElement.Parse(Text));

    private const string Text = """
        {
          "$id": "https://json-schema.org/draft/2020-12/schema",
          "type": ["object", "boolean"],
          "properties": {
            "$id": { "type": "string", "format": "uri-reference", "pattern": "^[^#]*#?$" },
            "$schema": { "type": "string", "format": "uri" },
            "$ref": { "type": "string", "format": "uri-reference" },
            "$anchor": { "$ref": "#/$defs/anchor" },
            "$dynamicRef": { "type": "string", "format": "uri-reference" },
            "$dynamicAnchor": { "$ref": "#/$defs/anchor" },
            "$vocabulary": {
              "type": "object",
              "propertyNames": { "type": "string", "format": "uri" },
              "additionalProperties": { "type": "boolean" }
            },
            "$comment": { "type": "string" },
            "$defs": { "$ref": "#/$defs/schemas" },
            "definitions": { "$ref": "#/$defs/schemas" },
            "dependencies": {
              "type": "object",
              "additionalProperties": { "anyOf": [{ "$ref": "#" }, { "$ref": "#/$defs/names" }] }
            },
            "prefixItems": { "$ref": "#/$defs/schemaList" },
            "items": { "$ref": "#" },
            "contains": { "$ref": "#" },
            "additionalProperties": { "$ref": "#" },
            "properties": { "$ref": "#/$defs/schemas" },
            "patternProperties": { "$ref": "#/$defs/schemas", "propertyNames": { "format": "regex" } },
            "dependentSchemas": { "$ref": "#/$defs/schemas" },
            "propertyNames": { "$ref": "#" },
            "if": { "$ref": "#" },
            "then": { "$ref": "#" },
            "else": { "$ref": "#" },
            "allOf": { "$ref": "#/$defs/schemaList" },
            "anyOf": { "$ref": "#/$defs/schemaList" },
            "oneOf": { "$ref": "#/$defs/schemaList" },
            "not": { "$ref": "#" },
            "unevaluatedItems": { "$ref": "#" },
            "unevaluatedProperties": { "$ref": "#" },
            "type": {
              "anyOf": [
                { "$ref": "#/$defs/type" },
                { "type": "array", "items": { "$ref": "#/$defs/type" }, "minItems": 1, "uniqueItems": true }
              ]
            },
            "enum": { "type": "array" },
            "multipleOf": { "type": "number", "exclusiveMinimum": 0 },
            "maximum": { "type": "number" },
            "exclusiveMaximum": { "type": "number" },
            "minimum": { "type": "number" },
            "exclusiveMinimum": { "type": "number" },
            "maxLength": { "$ref": "#/$defs/count" },
            "minLength": { "$ref": "#/$defs/count" },
            "pattern": { "type": "string", "format": "regex" },
            "maxItems": { "$ref": "#/$defs/count" },
            "minItems": { "$ref": "#/$defs/count" },
            "uniqueItems": { "type": "boolean" },
            "maxContains": { "$ref": "#/$defs/count" },
            "minContains": { "$ref": "#/$defs/count" },
            "maxProperties": { "$ref": "#/$defs/count" },
            "minProperties": { "$ref": "#/$defs/count" },
            "required": { "$ref": "#/$defs/names" },
            "dependentRequired": { "type": "object", "additionalProperties": { "$ref": "#/$defs/names" } },
            "title": { "type": "string" },
            "description": { "type": "string" },
            "deprecated": { "type": "boolean" },
            "readOnly": { "type": "boolean" },
            "writeOnly": { "type": "boolean" },
            "examples": { "type": "array" },
            "format": { "type": "string" },
            "contentEncoding": { "type": "string" },
            "contentMediaType": { "type": "string" },
            "contentSchema": { "$ref": "#" }
          },
          "$defs": {
            "anchor": { "type": "string", "pattern": "^[A-Za-z_][-A-Za-z0-9._]*$" },
            "count": { "type": "integer", "minimum": 0 },
            "names": { "type": "array", "items": { "type": "string" }, "uniqueItems": true },
            "schemaList": { "type": "array", "minItems": 1, "items": { "$ref": "#" } },
            "schemas": { "type": "object", "additionalProperties": { "$ref": "#" } },
            "type": { "enum": ["array", "boolean", "integer", "null", "number", "object", "string"] }
          }
        }
        """;

    public static JsonElement Document => Parsed.Value;

    /// <summary>Whether a member of a schema says anything.</summary>
    public static bool HasKeyword(string name) => name is "default" or "const" || Document.GetProperty("properties").TryGetProperty(name, out _);
}
