using System.Text.Json;
using WorkflowKit.Schemas.Model;

namespace WorkflowKit.Schemas.Keywords;

/// <summary><c>allOf</c>, and <c>$ref</c> as an allOf of one.</summary>
internal sealed class AllOfKeyword(params SchemaNode[] nodes) : SchemaKeyword
{
    public override IReadOnlyList<SchemaNode> InPlace => nodes;

    public override bool IsUnconditional => true;

    public override bool Check(JsonElement instance, ref ValidationRun run)
    {
        var satisfied = true;
        foreach (var node in nodes)
        {
            satisfied &= node.Check(instance, ref run);
            if (!satisfied && !run.Collects)
                return false;
        }

        return satisfied;
    }

    public override bool EvaluatesMember(JsonElement instance, JsonProperty member, ref ValidationRun run)
    {
        foreach (var node in nodes)
        {
            if (node.EvaluatesMember(instance, member, ref run))
                return true;
        }

        return false;
    }

    public override bool EvaluatesItem(JsonElement instance, int index, JsonElement item, ref ValidationRun run)
    {
        foreach (var node in nodes)
        {
            if (node.EvaluatesItem(instance, index, item, ref run))
                return true;
        }

        return false;
    }
}
