using System.Text.Json;
using WorkflowKit.Schemas.Model;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Schemas.Keywords;

/// <summary><c>minLength</c>, <c>maxItems</c>, <c>minProperties</c> and the like: bounds of a size.</summary>
internal sealed class CountKeyword(string name, JsonValueKind kind, long minimum, long maximum) : SchemaKeyword
{
    public override bool Check(JsonElement instance, ref ValidationRun run)
    {
        if (instance.ValueKind != kind)
            return true;

        var count = kind switch
        {
            JsonValueKind.String => JsonText.Count(instance),
            JsonValueKind.Array => instance.GetArrayLength(),
            _ => instance.GetPropertyCount(),
        };
        return (count >= minimum && count <= maximum) || (run.Collects && Report(count, ref run));
    }

    private bool Report(int count, ref ValidationRun run)
    {
        if (count == 0 && minimum == 1 && kind == JsonValueKind.String)
            return run.Fail(name, Measure(1), "nothing", "must not be empty");

        var expected = count < minimum ? $"at least {Measure(minimum)}" : $"at most {Measure(maximum)}";
        return run.Fail(name, expected, Measure(count), kind == JsonValueKind.String ? $"must be {expected}" : $"must have {expected}");
    }

    private string Measure(long count) => kind switch
    {
        JsonValueKind.String => Words.Count(count, "character"),
        JsonValueKind.Array => Words.Count(count, "item"),
        _ => Words.Count(count, "member"),
    };
}
