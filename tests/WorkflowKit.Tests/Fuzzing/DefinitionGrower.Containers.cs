using System.Text.Json.Nodes;

namespace WorkflowKit.Tests.Fuzzing;

/// <summary>The steps that hold others.</summary>
internal sealed partial class DefinitionGrower
{
    private static IEnumerable<Growth.Step> Absent(IEnumerable<Growth.Step> steps) => steps.Select(step => step with { MayBeAbsent = true });

    private JsonObject Switch(Growth place, int depth, List<Growth.Step> gained)
    {
        var cases = new JsonArray();
        for (var i = _random.Next(1, 4); i > 0; i--)
        {
            cases.Add(new JsonObject { ["when"] = _expressions.Of("bool", place), ["steps"] = Scope(place, depth + 1, out var settled) });
            gained.AddRange(Absent(settled));
        }

        var step = new JsonObject { ["type"] = "switch", ["cases"] = cases };
        if (Chance(2))
        {
            step["default"] = Scope(place, depth + 1, out var settled);
            gained.AddRange(Absent(settled));
        }

        return step;
    }

    private JsonObject Parallel(Growth place, int depth, string id, List<Growth.Step> gained)
    {
        var mode = OneOf("all", "settle", "first");
        var branches = new JsonArray();
        for (var i = _random.Next(1, 4); i > 0; i--)
        {
            var branch = new JsonObject { ["id"] = OneOf(HostileText.Ids) + i, ["steps"] = Scope(place, depth + 1, out var settled) };
            if (Chance(4))
                branch["if"] = _expressions.Of("bool", place);
            gained.AddRange(branch.ContainsKey("if") || mode == "first" ? Absent(settled) : settled);
            branches.Add(branch);
        }

        gained.Add(new(id, "", "dyn", false));
        var step = new JsonObject { ["type"] = "parallel", ["branches"] = branches, ["mode"] = mode };
        if (Chance(3))
            step["maxConcurrency"] = 2;
        return step;
    }

    private JsonObject ForEach(Growth place, int depth, string id, List<Growth.Step> gained)
    {
        var name = OneOf("item", "line", "row", "value", "run", "class", "x", "CelValue", "Item");
        var items = _expressions.Of("list", place);
        var inside = place with { Items = [.. place.Items.Where(one => one != name), name] };
        var step = new JsonObject { ["type"] = "forEach", ["items"] = items, ["as"] = name, ["steps"] = Scope(inside, depth + 1, out var settled), ["concurrency"] = OneOf(1, 1, 3) };
        if (Chance(2))
            step["result"] = _expressions.Of(OneOf("string", "int", "bool", "dyn"), inside.Seeing(settled));
        var hasOutput = step.ContainsKey("result") || settled.Count > 0 && settled[^1].Id == step["steps"]!.AsArray().LastOrDefault()?["id"]!.GetValue<string>();
        if (hasOutput)
            gained.Add(new(id, "", "dyn", false));
        return step;
    }

    private JsonObject While(Growth place, int depth)
    {
        var steps = Scope(place, depth + 1, out var settled);
        var condition = _expressions.Of("bool", place.Seeing(Absent(settled)));
        return new JsonObject { ["type"] = "while", ["condition"] = _isForRunning ? $"false && {condition}" : condition, ["maxIterations"] = 3, ["steps"] = steps };
    }

    private JsonObject Repeat(Growth place, int depth)
    {
        var steps = Scope(place, depth + 1, out var settled);
        var until = _expressions.Of("bool", place.Seeing(settled));
        return new JsonObject { ["type"] = "repeat", ["until"] = _isForRunning ? $"true || {until}" : until, ["maxIterations"] = 3, ["delay"] = "PT1S", ["steps"] = steps };
    }

    private JsonObject Try(Growth place, int depth, List<Growth.Step> gained)
    {
        var step = new JsonObject { ["type"] = "try", ["steps"] = Scope(place, depth + 1, out var tried) };
        var failed = place.Seeing(Absent(tried)) with { HasError = true };
        var catches = new JsonArray();
        var caught = new List<Growth.Step>();
        for (var i = _random.Next(0, 3); i > 0; i--)
        {
            var clause = new JsonObject { ["steps"] = Scope(failed, depth + 1, out var settled) };
            if (Chance(2))
                clause["when"] = _expressions.Of("bool", failed);
            caught.AddRange(Absent(settled));
            catches.Add(clause);
        }

        step["catch"] = catches;
        gained.AddRange(Absent(tried));
        gained.AddRange(caught);
        if (Chance(2))
        {
            step["finally"] = Scope(place.Seeing([.. Absent(tried), .. caught]), depth + 1, out var final);
            gained.AddRange(final);
        }

        return step;
    }

    private JsonObject Input(Growth place, int depth, string id, List<Growth.Step> gained)
    {
        var schema = new JsonObject
        {
            ["title"] = HostileText.Text(_random),
            ["type"] = "object",
            ["properties"] = new JsonObject { ["text"] = new JsonObject { ["type"] = "string" }, [HostileText.Text(_random)] = new JsonObject { ["type"] = "boolean" } },
            ["required"] = new JsonArray("text"),
        };
        var step = new JsonObject { ["type"] = "input", ["with"] = new JsonObject { ["title"] = Text(place), ["message"] = Text(place), ["schema"] = schema }, ["timeout"] = "PT1H" };
        var mayBeAbsent = Chance(2) && depth < DeepestNesting;
        if (mayBeAbsent)
        {
            step["onTimeout"] = Scope(place, depth + 1, out var settled);
            gained.AddRange(Absent(settled));
        }

        gained.Add(new(id, ".text", "string", mayBeAbsent));
        return step;
    }
}
