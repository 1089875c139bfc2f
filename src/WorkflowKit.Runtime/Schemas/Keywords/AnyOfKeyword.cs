using System.Text.Json;
using WorkflowKit.Schemas.Model;

namespace WorkflowKit.Schemas.Keywords;

/// <summary><c>anyOf</c>.</summary>
internal sealed class AnyOfKeyword(SchemaNode[] nodes) : SchemaKeyword
{
    public override IReadOnlyList<SchemaNode> InPlace => nodes;

    public override bool Check(JsonElement instance, ref ValidationRun run)
    {
        foreach (var node in nodes)
        {
            if (run.Satisfies(node, instance))
                return true;
        }

        return run.Collects && Alternatives.Report("anyOf", nodes, instance, ref run);
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
