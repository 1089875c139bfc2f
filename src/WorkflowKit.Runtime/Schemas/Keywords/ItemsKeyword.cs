using System.Text.Json;
using WorkflowKit.Schemas.Model;

namespace WorkflowKit.Schemas.Keywords;

/// <summary><c>prefixItems</c> and <c>items</c>.</summary>
internal sealed class ItemsKeyword(SchemaNode[] prefix, SchemaNode? rest) : SchemaKeyword
{
    public override bool Check(JsonElement instance, ref ValidationRun run)
    {
        if (instance.ValueKind != JsonValueKind.Array)
            return true;

        var satisfied = true;
        var index = 0;
        foreach (var item in instance.EnumerateArray())
        {
            var node = index < prefix.Length ? prefix[index] : rest;
            if (node is null)
                break;

            run.Push(index++);
            satisfied &= node.Check(item, ref run);
            run.Pop();
            if (!satisfied && !run.Collects)
                return false;
        }

        return satisfied;
    }

    public override bool EvaluatesItem(JsonElement instance, int index, JsonElement item, ref ValidationRun run) =>
        index < prefix.Length || rest is not null;

    public override void AddItemNodes(int index, List<SchemaNode> nodes)
    {
        if ((index < prefix.Length ? prefix[index] : rest) is { } node)
            nodes.Add(node);
    }
}
