using System.Text.Json;
using WorkflowKit.Schemas.Model;

namespace WorkflowKit.Schemas.Keywords;

/// <summary><c>dependentSchemas</c>.</summary>
internal sealed class DependentSchemasKeyword(KeyValuePair<string, SchemaNode>[] dependencies) : SchemaKeyword
{
    public override IReadOnlyList<SchemaNode> InPlace { get; } = [.. dependencies.Select(one => one.Value)];

    public override bool Check(JsonElement instance, ref ValidationRun run)
    {
        if (instance.ValueKind != JsonValueKind.Object)
            return true;

        var satisfied = true;
        foreach (var (trigger, node) in dependencies)
        {
            if (!instance.TryGetProperty(trigger, out _))
                continue;

            satisfied &= node.Check(instance, ref run);
            if (!satisfied && !run.Collects)
                return false;
        }

        return satisfied;
    }

    public override bool EvaluatesMember(JsonElement instance, JsonProperty member, ref ValidationRun run)
    {
        foreach (var (trigger, node) in dependencies)
        {
            if (instance.TryGetProperty(trigger, out _) && node.EvaluatesMember(instance, member, ref run))
                return true;
        }

        return false;
    }
}
