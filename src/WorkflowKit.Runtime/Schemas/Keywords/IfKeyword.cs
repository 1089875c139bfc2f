using System.Text.Json;
using WorkflowKit.Schemas.Model;

namespace WorkflowKit.Schemas.Keywords;

/// <summary><c>if</c>, <c>then</c> and <c>else</c>.</summary>
internal sealed class IfKeyword(SchemaNode condition, SchemaNode? then, SchemaNode? otherwise) : SchemaKeyword
{
    public override IReadOnlyList<SchemaNode> InPlace { get; } = [.. new[] { condition, then, otherwise }.OfType<SchemaNode>()];

    public override bool Check(JsonElement instance, ref ValidationRun run)
    {
        var branch = run.Satisfies(condition, instance) ? then : otherwise;
        return branch is null || branch.Check(instance, ref run);
    }

    public override bool EvaluatesMember(JsonElement instance, JsonProperty member, ref ValidationRun run) => run.Satisfies(condition, instance)
        ? condition.EvaluatesMember(instance, member, ref run) || then?.EvaluatesMember(instance, member, ref run) == true
        : otherwise?.EvaluatesMember(instance, member, ref run) == true;

    public override bool EvaluatesItem(JsonElement instance, int index, JsonElement item, ref ValidationRun run) => run.Satisfies(condition, instance)
        ? condition.EvaluatesItem(instance, index, item, ref run) || then?.EvaluatesItem(instance, index, item, ref run) == true
        : otherwise?.EvaluatesItem(instance, index, item, ref run) == true;
}
