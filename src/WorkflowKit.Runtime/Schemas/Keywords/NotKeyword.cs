using System.Text.Json;
using WorkflowKit.Schemas.Model;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Schemas.Keywords;

/// <summary><c>not</c>.</summary>
internal sealed class NotKeyword(SchemaNode node) : SchemaKeyword
{
    public override IReadOnlyList<SchemaNode> InPlace { get; } = [node];

    public override bool Check(JsonElement instance, ref ValidationRun run) =>
        !run.Satisfies(node, instance) || (run.Collects && Report(instance, ref run));

    private bool Report(JsonElement instance, ref ValidationRun run) => node.Keywords is [EnumKeyword unwanted]
        ? run.Fail("not", $"something other than {unwanted.Expected}", Words.Describe(instance), $"must not be {unwanted.Expected}")
        : run.Fail("not", "another value", Words.Describe(instance), "is a value that is not allowed");
}
