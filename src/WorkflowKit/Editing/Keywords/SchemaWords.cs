using static WorkflowKit.Editing.Keywords.SchemaWordShape;

namespace WorkflowKit.Editing.Keywords;

/// <summary>The keywords of JSON Schema that editors offer, the usual ones first.</summary>
internal static class SchemaWords
{
    public static IReadOnlyList<SchemaWord> All { get; } =
    [
        new("type", Word, "", "The type of the value, or a list of types.") { Words = ["string", "number", "integer", "boolean", "object", "array", "null"] },
        new("title", Text, "", "The label in forms."),
        new("description", Text, "", "What the value is, for people."),
        new("default", Value, "", "What counts where the value is left out; it is filled in before a run begins."),
        new("properties", SchemasByName, "object", "The members of the object, each with its schema."),
        new("required", MemberNames, "object", "The members that must be there."),
        new("items", Schema, "array", "The schema of every item."),
        new("enum", Values, "", "The values that are allowed."),
        new("const", Value, "", "The one value that is allowed."),
        new("format", Word, "string", "What the text stands for.")
        {
            Words = ["date-time", "date", "time", "duration", "email", "hostname", "ipv4", "ipv6", "uri", "uri-reference", "uuid", "json-pointer", "regex", "password"],
        },
        new("minLength", WholeNumber, "string", "The fewest characters."),
        new("maxLength", WholeNumber, "string", "The most characters."),
        new("pattern", Text, "string", "A regular expression that matches somewhere in the text."),
        new("minimum", Number, "number integer", "The least number."),
        new("maximum", Number, "number integer", "The greatest number."),
        new("exclusiveMinimum", Number, "number integer", "The number must be greater than this."),
        new("exclusiveMaximum", Number, "number integer", "The number must be less than this."),
        new("multipleOf", Number, "number integer", "The number is a multiple of this."),
        new("minItems", WholeNumber, "array", "The fewest items."),
        new("maxItems", WholeNumber, "array", "The most items."),
        new("uniqueItems", SchemaWordShape.Boolean, "array", "Whether no two items may be equal."),
        new("prefixItems", SchemaList, "array", "The schemas of the first items, one by one."),
        new("contains", Schema, "array", "A schema that at least one item satisfies."),
        new("minContains", WholeNumber, "array", "The fewest items that satisfy `contains`."),
        new("maxContains", WholeNumber, "array", "The most items that satisfy `contains`."),
        new("additionalProperties", Schema, "object", "The schema of all other members; `false`: there may be none."),
        new("patternProperties", SchemasByName, "object", "Schemas of members whose names match a regular expression."),
        new("propertyNames", Schema, "object", "The schema of the members' names."),
        new("minProperties", WholeNumber, "object", "The fewest members."),
        new("maxProperties", WholeNumber, "object", "The most members."),
        new("dependentRequired", Value, "object", "Members that must be there where another one is."),
        new("dependentSchemas", SchemasByName, "object", "Schemas that count where a member is there."),
        new("oneOf", SchemaList, "", "Exactly one of these schemas is satisfied."),
        new("anyOf", SchemaList, "", "At least one of these schemas is satisfied."),
        new("allOf", SchemaList, "", "All of these schemas are satisfied."),
        new("not", Schema, "", "This schema is not satisfied."),
        new("if", Schema, "", "Decides between `then` and `else`."),
        new("then", Schema, "", "Counts where `if` is satisfied."),
        new("else", Schema, "", "Counts where `if` is not satisfied."),
        new("$ref", Reference, "", "Another schema of this document, such as `#/$defs/address`."),
        new("$defs", SchemasByName, "", "Schemas that others refer to."),
        new("examples", Values, "", "Examples of the value, for people."),
        new("readOnly", SchemaWordShape.Boolean, "", "The value is only read."),
        new("writeOnly", SchemaWordShape.Boolean, "", "A secret: it is left out of logs, events and stores."),
        new("deprecated", SchemaWordShape.Boolean, "", "Nobody should use it any more."),
    ];

    private static readonly Dictionary<string, SchemaWord> ByName = All.ToDictionary(word => word.Name, StringComparer.Ordinal);

    public static SchemaWord? Find(string name) => ByName.GetValueOrDefault(name);
}
