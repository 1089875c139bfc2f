using System.Text.Json;
using WorkflowKit.Schemas.Model;

namespace WorkflowKit.Schemas.Keywords;

/// <summary><c>propertyNames</c>.</summary>
internal sealed class PropertyNamesKeyword(SchemaNode node) : SchemaKeyword
{
    public override bool Check(JsonElement instance, ref ValidationRun run)
    {
        if (instance.ValueKind != JsonValueKind.Object)
            return true;

        var satisfied = true;
        foreach (var member in instance.EnumerateObject())
        {
            if (run.Satisfies(node, ToJson(member.Name)))
                continue;

            satisfied = false;
            if (!run.Collects)
                return false;

            run.Push(member.Name);
            run.Fail("propertyNames", "a member name that is allowed", $"\"{member.Name}\"", "has a name that is not allowed");
            run.Pop();
        }

        return satisfied;
    }

    private static JsonElement ToJson(string name) => JsonElement.Parse($"\"{JsonEncodedText.Encode(name)}\"");
}
