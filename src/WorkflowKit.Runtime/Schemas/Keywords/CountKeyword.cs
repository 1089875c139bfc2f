using System.Text.Json;
using WorkflowKit.Schemas.Model;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Schemas.Keywords;

/// <summary><c>minLength</c> and <c>maxLength</c>, <c>minItems</c> and <c>maxItems</c>, <c>minProperties</c> and <c>maxProperties</c>: the bounds of a size.</summary>
internal sealed class CountKeyword(string minimumName, string maximumName, JsonValueKind kind, long minimum, long maximum) : SchemaKeyword
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
        if (count >= minimum && count <= maximum)
            return true;
        if (!run.Collects)
            return false;

        // Bounds that contradict each other are both missed.
        if (count < minimum)
            ReportFew(count, ref run);
        return count > maximum && Report(maximumName, $"at most {Measure(maximum)}", count, ref run);
    }

    private void ReportFew(int count, ref ValidationRun run)
    {
        if (count == 0 && minimum == 1 && kind == JsonValueKind.String)
            run.Fail(minimumName, Measure(1), "nothing", "must not be empty");
        else
            Report(minimumName, $"at least {Measure(minimum)}", count, ref run);
    }

    private bool Report(string name, string expected, int count, ref ValidationRun run) =>
        run.Fail(name, expected, Measure(count), kind == JsonValueKind.String ? $"must be {expected}" : $"must have {expected}");

    private string Measure(long count) => kind switch
    {
        JsonValueKind.String => Words.Count(count, "character"),
        JsonValueKind.Array => Words.Count(count, "item"),
        _ => Words.Count(count, "member"),
    };
}
