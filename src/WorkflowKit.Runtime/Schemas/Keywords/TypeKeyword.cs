using System.Text.Json;
using WorkflowKit.Schemas.Model;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Schemas.Keywords;

/// <summary><c>type</c>.</summary>
internal sealed class TypeKeyword(SchemaTypes types) : SchemaKeyword, ITypeAssertion
{
    private static readonly (SchemaTypes Type, string Name, string Words)[] All =
    [
        (SchemaTypes.String, "string", "text"),
        (SchemaTypes.Number, "number", "a number"),
        (SchemaTypes.Integer, "integer", "a whole number"),
        (SchemaTypes.Boolean, "boolean", "true or false"),
        (SchemaTypes.Object, "object", "an object"),
        (SchemaTypes.Array, "array", "a list"),
        (SchemaTypes.Null, "null", "null"),
    ];

    public static IEnumerable<string> Names => All.Select(one => one.Name);

    public static SchemaTypes Parse(string? name) => Array.Find(All, one => one.Name == name).Type;

    public override bool Check(JsonElement instance, ref ValidationRun run)
    {
        if (Accepts(instance))
            return true;

        return run.Collects && run.Fail("type", Expected(), Actual(instance));
    }

    private bool Accepts(JsonElement instance) => instance.ValueKind switch
    {
        JsonValueKind.String => Has(SchemaTypes.String),
        JsonValueKind.Number => Has(SchemaTypes.Number)
            || (Has(SchemaTypes.Integer) && (instance.TryGetInt64(out _) || JsonNumber.Read(instance).IsInteger)),
        JsonValueKind.True or JsonValueKind.False => Has(SchemaTypes.Boolean),
        JsonValueKind.Object => Has(SchemaTypes.Object),
        JsonValueKind.Array => Has(SchemaTypes.Array),
        JsonValueKind.Null => Has(SchemaTypes.Null),
        _ => false,
    };

    private bool Has(SchemaTypes type) => (types & type) != 0;

    private string Expected() => Words.Or([.. All.Where(one => Has(one.Type)).Select(one => one.Words)]);

    private string Actual(JsonElement instance) => instance.ValueKind switch
    {
        JsonValueKind.String => "text",
        JsonValueKind.Number => Has(SchemaTypes.Integer) ? instance.GetRawText() : "a number",
        _ => Words.Describe(instance),
    };
}
