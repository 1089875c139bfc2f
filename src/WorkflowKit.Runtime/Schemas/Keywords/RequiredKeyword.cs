using System.Text.Json;
using WorkflowKit.Schemas.Model;

namespace WorkflowKit.Schemas.Keywords;

/// <summary><c>required</c>. The error stands at the member that is missing, so that a form can show it there.</summary>
internal sealed class RequiredKeyword(string[] names) : SchemaKeyword
{
    private const int CheapLooks = 64;

    public override bool Check(JsonElement instance, ref ValidationRun run)
    {
        if (instance.ValueKind != JsonValueKind.Object)
            return true;

        // Each look goes through the members.
        if (!run.Charge((long)names.Length * instance.GetPropertyCount() / CheapLooks))
            return false;

        var satisfied = true;
        foreach (var name in names)
        {
            if (instance.TryGetProperty(name, out _))
                continue;

            satisfied = false;
            if (!run.Collects)
                return false;

            run.Push(name);
            run.Fail("required", "a value", "nothing", "is required");
            run.Pop();
        }

        return satisfied;
    }
}
