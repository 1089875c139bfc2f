using System.Text.Json;
using WorkflowKit.Schemas.Model;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Schemas.Keywords;

/// <summary>Says why none of several alternatives fits, in the terms of the one that was probably meant.</summary>
internal static class Alternatives
{
    public static bool Report(string keyword, SchemaNode[] nodes, JsonElement instance, ref ValidationRun run)
    {
        var start = run.ErrorCount;
        var here = run.Pointer();
        List<SchemaError>? meant = null;
        var candidates = 0;
        foreach (var node in nodes)
        {
            node.Check(instance, ref run);
            var errors = run.TakeErrorsSince(start);

            // An alternative whose type or constant already differs is another thing altogether.
            if (errors.Exists(error => IsOtherKind(error, here)))
                continue;

            candidates++;
            meant = errors;
        }

        if (candidates == 1)
        {
            run.AddErrors(meant!);
            return false;
        }

        return run.Fail(
            keyword,
            $"one of {Words.Count(nodes.Length, "alternative")}",
            Words.Describe(instance),
            $"does not fit any of the {Words.Count(nodes.Length, "alternative")}");
    }

    private static bool IsOtherKind(SchemaError error, string here) =>
        (error.InstancePath == here && error.Keyword is "type" or "const" or "enum" or "false")
        || (error.Keyword == "const" && error.InstancePath.LastIndexOf('/') == here.Length);
}
