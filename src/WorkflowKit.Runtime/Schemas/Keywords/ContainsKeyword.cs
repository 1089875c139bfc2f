using System.Text.Json;
using WorkflowKit.Schemas.Model;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Schemas.Keywords;

/// <summary><c>contains</c> with <c>minContains</c> and <c>maxContains</c>.</summary>
internal sealed class ContainsKeyword(SchemaNode node, long minimum, long maximum) : SchemaKeyword
{
    public override bool Check(JsonElement instance, ref ValidationRun run)
    {
        if (instance.ValueKind != JsonValueKind.Array)
            return true;

        var count = 0L;
        foreach (var item in instance.EnumerateArray())
        {
            if (run.Satisfies(node, item))
                count++;
            if (count > maximum || (count >= minimum && maximum == long.MaxValue))
                break;
        }

        return (count >= minimum && count <= maximum) || (run.Collects && Report(count, ref run));
    }

    private bool Report(long count, ref ValidationRun run)
    {
        if (node.Keywords is [EnumKeyword wanted] && minimum == 1 && count == 0)
            return run.Fail("contains", $"{wanted.Expected} among the items", "no such item", $"must contain {wanted.Expected}");

        var expected = count < minimum ? $"at least {Words.Count(minimum, "item")}" : $"at most {Words.Count(maximum, "item")}";
        return run.Fail(
            count < minimum ? minimum == 1 ? "contains" : "minContains" : "maxContains",
            $"{expected} of the required kind",
            Words.Count(count, "item"),
            $"must have {expected} of the required kind");
    }

    public override bool EvaluatesItem(JsonElement instance, int index, JsonElement item, ref ValidationRun run) => run.Satisfies(node, item);
}
