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
}
