using System.Text.Json;
using WorkflowKit.Schemas.Model;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Schemas.Keywords;

/// <summary><c>oneOf</c>.</summary>
internal sealed class OneOfKeyword(SchemaNode[] nodes) : SchemaKeyword
{
    public override IReadOnlyList<SchemaNode> InPlace => nodes;

    public override bool Check(JsonElement instance, ref ValidationRun run)
    {
        var fitting = 0;
        foreach (var node in nodes)
        {
            if (run.Satisfies(node, instance) && ++fitting > 1)
                break;
        }

        if (fitting == 1 || !run.Collects)
            return fitting == 1;

        return fitting == 0
            ? Alternatives.Report("oneOf", nodes, instance, ref run)
            : run.Fail("oneOf", $"exactly one of {Words.Count(nodes.Length, "alternative")}", Words.Describe(instance), "fits more than one alternative");
    }

    public override bool EvaluatesMember(JsonElement instance, JsonProperty member, ref ValidationRun run)
    {
        foreach (var node in nodes)
        {
            if (run.Satisfies(node, instance) && node.EvaluatesMember(instance, member, ref run))
                return true;
        }

        return false;
    }

    public override bool EvaluatesItem(JsonElement instance, int index, JsonElement item, ref ValidationRun run)
    {
        foreach (var node in nodes)
        {
            if (run.Satisfies(node, instance) && node.EvaluatesItem(instance, index, item, ref run))
                return true;
        }

        return false;
    }
}
