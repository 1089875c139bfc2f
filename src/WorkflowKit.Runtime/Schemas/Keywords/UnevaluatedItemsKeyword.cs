using System.Text.Json;
using WorkflowKit.Schemas.Model;

namespace WorkflowKit.Schemas.Keywords;

/// <summary><c>unevaluatedItems</c>: a schema for the items that no other keyword of the schema <paramref name="owner"/> has looked at.</summary>
internal sealed class UnevaluatedItemsKeyword(SchemaNode owner, SchemaNode node) : SchemaKeyword, IRemainderKeyword
{
    public override bool Check(JsonElement instance, ref ValidationRun run)
    {
        if (instance.ValueKind != JsonValueKind.Array)
            return true;

        var satisfied = true;
        var index = -1;
        foreach (var item in instance.EnumerateArray())
        {
            if (owner.EvaluatesItem(instance, ++index, item, ref run, except: this))
                continue;

            run.Push(index);
            satisfied &= node.IsNever
                ? run.Collects && run.Fail("unevaluatedItems", "no further item", "a further item", "is one item too many")
                : node.Check(item, ref run);
            run.Pop();
            if (!satisfied && !run.Collects)
                return false;
        }

        return satisfied;
    }

    public override bool EvaluatesItem(JsonElement instance, int index, JsonElement item, ref ValidationRun run) => true;

    public override void AddItemNodes(int index, List<SchemaNode> nodes) => nodes.Add(node);
}
