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
}
