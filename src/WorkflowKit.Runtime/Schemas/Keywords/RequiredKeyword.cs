using System.Text;
using System.Text.Json;
using WorkflowKit.Schemas.Model;

namespace WorkflowKit.Schemas.Keywords;

/// <summary><c>required</c>. The error stands at the member that is missing, so that a form can show it there.</summary>
internal sealed class RequiredKeyword(string[] names) : SchemaKeyword
{
    private const int CheapLooks = 64;

    private readonly byte[][] _inUtf8 = [.. names.Select(Encoding.UTF8.GetBytes)];

    /// <summary>Whether <c>properties</c> looks too, on its way through the members, where a yes or no is all that is wanted.</summary>
    public bool IsCovered { get; set; }

    public override bool Check(JsonElement instance, ref ValidationRun run)
    {
        if (instance.ValueKind != JsonValueKind.Object || (IsCovered && !run.KeepsPath))
            return true;

        // Each look goes through the members.
        if (!run.Charge((long)names.Length * instance.GetPropertyCount() / CheapLooks))
            return false;

        var satisfied = true;
        for (var i = 0; i < names.Length; i++)
        {
            if (instance.TryGetProperty(_inUtf8[i], out _))
                continue;

            satisfied = false;
            if (!run.Collects)
                return false;

            run.Push(names[i]);
            run.Fail("required", "a value", "nothing", "is required");
            run.Pop();
        }

        return satisfied;
    }
}
