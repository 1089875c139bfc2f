using System.Text.Json;
using WorkflowKit.Schemas.Model;

namespace WorkflowKit.Schemas.Keywords;

/// <summary>What <c>anyOf</c> and <c>oneOf</c> share: only alternatives that the value fits look at its members and items.</summary>
internal abstract class AlternativesKeyword(SchemaNode[] nodes) : SchemaKeyword
{
    public override IReadOnlyList<SchemaNode> InPlace => nodes;

    protected SchemaNode[] Nodes => nodes;

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
