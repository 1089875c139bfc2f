using System.Text.Json;
using WorkflowKit.Schemas.Model;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Schemas.Keywords;

/// <summary><c>oneOf</c>.</summary>
internal sealed class OneOfKeyword(SchemaNode[] nodes) : AlternativesKeyword(nodes)
{
    public override bool Check(JsonElement instance, ref ValidationRun run)
    {
        var fitting = 0;
        foreach (var node in Nodes)
        {
            if (run.Satisfies(node, instance) && ++fitting > 1)
                break;
        }

        if (fitting == 1 || !run.Collects)
            return fitting == 1;

        return fitting == 0
            ? Alternatives.Report("oneOf", Nodes, instance, ref run)
            : run.Fail("oneOf", $"exactly one of {Words.Count(Nodes.Length, "alternative")}", Words.Describe(instance), "fits more than one alternative");
    }
}
