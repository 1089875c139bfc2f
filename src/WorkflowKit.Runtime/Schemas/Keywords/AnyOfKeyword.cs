using System.Text.Json;
using WorkflowKit.Schemas.Model;

namespace WorkflowKit.Schemas.Keywords;

/// <summary><c>anyOf</c>.</summary>
internal sealed class AnyOfKeyword(SchemaNode[] nodes) : AlternativesKeyword(nodes)
{
    public override bool Check(JsonElement instance, ref ValidationRun run)
    {
        foreach (var node in Nodes)
        {
            if (run.Satisfies(node, instance))
                return true;
        }

        return run.Collects && Alternatives.Report("anyOf", Nodes, instance, ref run);
    }
}
