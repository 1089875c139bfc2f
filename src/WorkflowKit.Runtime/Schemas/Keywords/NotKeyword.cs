using System.Text.Json;
using WorkflowKit.Schemas.Model;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Schemas.Keywords;

/// <summary><c>not</c>.</summary>
internal sealed class NotKeyword(SchemaNode node) : SchemaKeyword
{
    public override IReadOnlyList<SchemaNode> InPlace { get; } = [node];

    public override bool Check(JsonElement instance, ref ValidationRun run) =>
        !run.Satisfies(node, instance)
        || (run.Collects && run.Fail("not", "another value", Words.Describe(instance), "is a value that is not allowed"));
}
