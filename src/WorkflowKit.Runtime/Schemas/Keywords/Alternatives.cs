using System.Text.Json;
using WorkflowKit.Schemas.Model;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Schemas.Keywords;

/// <summary>Says why none of several alternatives fits: in the terms of the one that was probably meant, or of what they all want in one place.</summary>
internal static class Alternatives
{
    public static bool Report(string keyword, SchemaNode[] nodes, JsonElement instance, ref ValidationRun run)
    {
        var start = run.ErrorCount;
        var here = run.Pointer();
        var all = new List<List<SchemaError>>();
        foreach (var node in nodes)
        {
            node.Check(instance, ref run);
            all.Add(run.TakeErrorsSince(start));
        }

        if (Common(all, here) is { } common)
            run.AddErrors([common]);
        else if (Nearest(all, here) is { } nearest)
            run.AddErrors(nearest);
        else
            return Nothing(keyword, nodes, instance, ref run);
        return false;
    }

    /// <summary>One sentence for all, where each alternative wants another type or constant in the same place, or another member.</summary>
    private static SchemaError? Common(List<List<SchemaError>> all, string here)
    {
        var kinds = all.ConvertAll(errors => errors.Find(error => IsOtherKind(error, here)));
        if (kinds[0] is { } first && kinds.TrueForAll(kind => kind?.InstancePath == first.InstancePath && kind.Keyword != "false"))
        {
            var expected = Words.Or([.. kinds.Select(kind => kind!.Expected).Distinct()]);
            return first with { Expected = expected, Message = $"must be {expected}" };
        }

        if (!all.TrueForAll(errors => errors is [{ Keyword: "required" }]))
            return null;

        var names = Words.Or([.. all.Select(errors => JsonPointer.Unescape(errors[0].InstancePath[(errors[0].InstancePath.LastIndexOf('/') + 1)..])).Distinct()]);
        return new(here, "required", names, "nothing of it", $"needs {names}");
    }

    /// <summary>The errors of the alternative that comes nearest; <see langword="null"/> where several come as near.</summary>
    private static List<SchemaError>? Nearest(List<List<SchemaError>> all, string here)
    {
        // An alternative whose type or constant already differs is another thing altogether.
        var candidates = all.FindAll(errors => !errors.Exists(error => IsOtherKind(error, here)));
        if (candidates.Count == 0)
            return null;

        var fewest = candidates.Min(errors => errors.Count);
        var nearest = candidates.FindAll(errors => errors.Count == fewest);
        return nearest.Count == 1 ? nearest[0] : null;
    }

    private static bool Nothing(string keyword, SchemaNode[] nodes, JsonElement instance, ref ValidationRun run)
    {
        var titles = nodes.Select(node => node.Title).OfType<string>().ToList();
        return titles.Count == nodes.Length
            ? run.Fail(keyword, Words.Or(titles), Words.Describe(instance))
            : run.Fail(
                keyword,
                $"one of {Words.Count(nodes.Length, "alternative")}",
                Words.Describe(instance),
                $"does not fit any of the {Words.Count(nodes.Length, "alternative")}");
    }

    private static bool IsOtherKind(SchemaError error, string here) =>
        (error.InstancePath == here && error.Keyword is "type" or "const" or "enum" or "false")
        || (error.Keyword == "const" && error.InstancePath.LastIndexOf('/') == here.Length);
}
