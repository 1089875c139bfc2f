using System.Text.Json;
using WorkflowKit.Schemas.Model;

namespace WorkflowKit.Schemas.Keywords;

/// <summary><c>dependentRequired</c>.</summary>
internal sealed class DependentRequiredKeyword(KeyValuePair<string, string[]>[] dependencies) : SchemaKeyword
{
    public override bool Check(JsonElement instance, ref ValidationRun run)
    {
        if (instance.ValueKind != JsonValueKind.Object)
            return true;

        var satisfied = true;
        foreach (var (trigger, names) in dependencies)
        {
            if (!instance.TryGetProperty(trigger, out _))
                continue;

            foreach (var name in names)
            {
                if (instance.TryGetProperty(name, out _))
                    continue;

                satisfied = false;
                if (!run.Collects)
                    return false;

                run.Push(name);
                run.Fail("dependentRequired", "a value", "nothing", $"is required where {trigger} is given");
                run.Pop();
            }
        }

        return satisfied;
    }
}
