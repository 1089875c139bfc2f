using System.Text.Json;
using WorkflowKit.Schemas.Model;

namespace WorkflowKit.Schemas.Keywords;

/// <summary><c>unevaluatedProperties</c>: a schema for the members that no other keyword of the schema <paramref name="owner"/> has looked at.</summary>
internal sealed class UnevaluatedPropertiesKeyword(SchemaNode owner, SchemaNode node) : SchemaKeyword, IRemainderKeyword
{
    public override bool Check(JsonElement instance, ref ValidationRun run)
    {
        if (instance.ValueKind != JsonValueKind.Object)
            return true;

        var satisfied = true;
        foreach (var member in instance.EnumerateObject())
        {
            if (owner.EvaluatesMember(instance, member, ref run, except: this))
                continue;

            if (run.KeepsPath)
                run.Push(member.Name);
            satisfied &= node.IsNever
                ? run.Collects && run.Fail("unevaluatedProperties", "a known member", "an unknown member", "is not a known member")
                : node.Check(member.Value, ref run);
            run.Pop();
            if (!satisfied && !run.Collects)
                return false;
        }

        return satisfied;
    }

    public override bool EvaluatesMember(JsonElement instance, JsonProperty member, ref ValidationRun run) => true;

    public override void AddMemberNodes(string name, List<SchemaNode> nodes) => nodes.Add(node);
}
