using System.Globalization;
using System.Text.Json.Nodes;

namespace WorkflowKit.Tests.Fuzzing;

/// <summary>Grows whole valid definitions: every control step, graphs of edges, hostile names and texts, odd numbers. The same seed gives the same definition.</summary>
internal sealed partial class DefinitionGrower
{
    private const int DeepestNesting = 7;

    private readonly Random _random;
    private readonly ExpressionGrower _expressions;
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly bool _isForRunning;
    private int _left;

    private DefinitionGrower(int seed, int size, bool isForRunning) =>
        (_random, _left, _isForRunning, _expressions) = (new Random(seed), size, isForRunning, new ExpressionGrower(new Random(seed + 1)));

    /// <summary>Grows a definition.</summary>
    /// <param name="seed">Where it comes from.</param>
    /// <param name="size">About how many steps it has.</param>
    /// <param name="id">Its id.</param>
    /// <param name="isForRunning">Whether it shall come to its end soon: waits are short, and loops end.</param>
    public static JsonObject Grow(int seed, int size, string id, bool isForRunning = false) => new DefinitionGrower(seed, size, isForRunning).Definition(id);

    private JsonObject Definition(string id)
    {
        var steps = Scope(Growth.Nothing, 0, out var settled);
        var end = Growth.Nothing.Seeing(settled);
        var definition = new JsonObject
        {
            ["id"] = id,
            ["inputs"] = Inputs(),
            ["connections"] = new JsonObject { [Chance(2) ? "shop" : HostileText.Text(_random)[..1] + "shop"] = new JsonObject { ["provider"] = "p" + HostileText.Text(_random) } },
            ["steps"] = steps,
        };
        if (Chance(2))
            definition["name"] = HostileText.Text(_random);
        if (Chance(2))
            definition["description"] = HostileText.Text(_random);
        if (Chance(2))
            definition["outputs"] = Template(end, 0);
        if (Chance(3))
            definition["ui"] = new JsonObject { [HostileText.Text(_random)] = HostileText.Text(_random) };
        if (Chance(3) && !_isForRunning)
            definition["options"] = new JsonObject { ["timeout"] = "P1D", ["retention"] = "P2W", ["concurrency"] = new JsonObject { ["key"] = "inputs.word", ["limit"] = 2 } };
        return definition;
    }

    private JsonObject Inputs()
    {
        var properties = new JsonObject
        {
            ["word"] = new JsonObject { ["type"] = "string", ["default"] = HostileText.Text(_random), ["title"] = HostileText.Text(_random) },
            ["number"] = new JsonObject { ["type"] = "integer" },
            ["flag"] = new JsonObject { ["type"] = "boolean" },
            ["numbers"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "integer" } },
            ["anything"] = new JsonObject(),
        };
        for (var i = _random.Next(3); i > 0; i--)
            properties[HostileText.Text(_random)] = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { [HostileText.Ids[_random.Next(HostileText.Ids.Length)]] = new JsonObject { ["type"] = "number" } } };
        return new JsonObject { ["type"] = "object", ["properties"] = properties, ["required"] = new JsonArray("word", "number", "flag", "numbers", "anything") };
    }

    /// <summary>A list of steps: a row of them, or a graph with edges of its own.</summary>
    private JsonArray Scope(Growth place, int depth, out List<Growth.Step> settled)
    {
        var count = depth == 0 ? _left : Math.Min(_left, _random.Next(0, 4));
        var isGraph = Chance(4);
        var list = new JsonArray();
        settled = [];
        var before = new List<(string Id, HashSet<int> Ancestors, List<Growth.Step> Settled)>();
        for (var i = 0; i < count && (depth > 0 || _left > 0); i++)
        {
            var ancestors = Enumerable.Range(0, i).ToHashSet();
            JsonArray? after = null;
            if (isGraph && i > 0)
            {
                var named = Enumerable.Range(0, i).Where(_ => Chance(3)).ToList();
                after = new JsonArray([.. named.Select(index => (JsonNode)before[index].Id)]);
                ancestors = [.. named, .. named.SelectMany(index => before[index].Ancestors)];
            }

            var start = place.Seeing(ancestors.Order().SelectMany(index => before[index].Settled));
            var step = Step(start, depth, out var gained);
            if (after is not null)
                step["after"] = after;
            before.Add((step["id"]!.GetValue<string>(), ancestors, gained));
            settled.AddRange(gained);
            list.Add(step);
        }

        return list;
    }

    private JsonObject Step(Growth place, int depth, out List<Growth.Step> gained)
    {
        _left--;
        var id = NewId();
        var isInner = depth < DeepestNesting && _left > 0;
        gained = [];
        var step = _random.Next(isInner ? 17 : 9) switch
        {
            0 or 1 or 2 => Activity(place, id, gained),
            3 => Set(place, id, gained),
            4 => new JsonObject { ["type"] = "log", ["message"] = Text(place), ["level"] = OneOf("debug", "information", "warning", "error") },
            5 => Wait(),
            6 => Input(place, depth, id, gained),
            7 when Chance(4) => new JsonObject { ["type"] = "fail", ["message"] = Text(place), ["code"] = Text(place), ["if"] = Guard(place) },
            8 when Chance(4) => new JsonObject { ["type"] = "return", ["with"] = Template(place, 0), ["if"] = Guard(place) },
            9 or 10 => Switch(place, depth, gained),
            11 => Parallel(place, depth, id, gained),
            12 => ForEach(place, depth, id, gained),
            13 => While(place, depth),
            14 => Repeat(place, depth),
            15 => Try(place, depth, gained),
            16 when !_isForRunning => new JsonObject { ["type"] = "workflow", ["workflow"] = "other-one", ["with"] = Template(place, 0) },
            _ => Activity(place, id, gained),
        };
        step["id"] = id;
        if (Chance(4))
            step["name"] = HostileText.Text(_random);
        if (Chance(6))
            step["description"] = HostileText.Text(_random);
        if (Chance(5) && !step.ContainsKey("if"))
            step["if"] = _expressions.Of("bool", place);
        if (Chance(6) && step["type"]!.GetValue<string>() is not ("return" or "fail"))
            step["onError"] = "continue";
        if (step.ContainsKey("if") || step.ContainsKey("onError"))
            gained = [.. gained.Select(one => one with { MayBeAbsent = true })];
        if (Chance(12) && isInner)
            step["compensate"] = Scope(place, depth + 1, out _);
        return step;
    }

    private JsonObject Activity(Growth place, string id, List<Growth.Step> gained)
    {
        var step = _random.Next(4) switch
        {
            0 => new JsonObject { ["type"] = "test.add", ["with"] = new JsonObject { ["a"] = Either(Number(), place, "int"), ["b"] = Number() } },
            1 => new JsonObject { ["type"] = "test.order", ["with"] = new JsonObject { ["id"] = Either(HostileText.Text(_random), place, "string") } },
            2 => new JsonObject { ["type"] = "test.flaky", ["with"] = new JsonObject { ["failures"] = _random.Next(2), ["text"] = Text(place) }, ["retry"] = Retry() },
            _ => new JsonObject { ["type"] = "test.echo", ["with"] = new JsonObject { ["text"] = Text(place) } },
        };
        if (Chance(6))
            step["timeout"] = "PT30S";
        gained.Add(step["type"]!.GetValue<string>() switch
        {
            "test.add" => new(id, ".sum", "int", false),
            "test.order" => new(id, ".id", "string", false),
            "test.flaky" => new(id, ".attempt", "int", false),
            _ => new(id, ".text", "string", false),
        });
        return step;
    }

    private JsonObject Retry() => new()
    {
        ["maxAttempts"] = _random.Next(1, 4),
        ["delay"] = OneOf("PT0S", "PT0.5S", "PT1M"),
        ["backoff"] = OneOf("constant", "linear", "exponential"),
        ["maxDelay"] = "PT2M",
        ["jitter"] = Chance(2),
    };

    private JsonObject Set(Growth place, string id, List<Growth.Step> gained)
    {
        gained.Add(new(id, "", "dyn", false));
        return new() { ["type"] = "set", ["with"] = Template(place, 0) };
    }

    private JsonObject Wait() => _random.Next(4) switch
    {
        0 => new() { ["type"] = "wait", ["for"] = "PT3S" },
        1 => new() { ["type"] = "wait", ["for"] = "duration('2s')" },
        2 => new() { ["type"] = "wait", ["until"] = "2026-03-01T12:00:30Z" },
        _ => new() { ["type"] = "wait", ["until"] = "execution.startedAt + duration('5s')" },
    };

    private JsonNode Template(Growth place, int depth) => _random.Next(depth > 2 ? 4 : 7) switch
    {
        0 => Text(place),
        1 => $"${{{{ {_expressions.Of(OneOf("string", "int", "bool", "list", "dyn"), place)} }}}}",
        2 => Number(),
        3 => OneOf<Func<JsonNode>>(() => true, () => "", () => HostileText.Text(_random), () => new JsonObject(), () => new JsonArray())(),
        4 => new JsonArray([.. Enumerable.Range(0, _random.Next(4)).Select(_ => Template(place, depth + 1))]),
        _ => Members(place, depth),
    };

    private JsonObject Members(Growth place, int depth)
    {
        var members = new JsonObject();
        for (var i = _random.Next(4); i > 0; i--)
            members[Chance(2) ? HostileText.Text(_random) : OneOf("a", "A", "", "value", "class", "toCel", "1", "a b")] = Template(place, depth + 1);
        return members;
    }

    private string Text(Growth place)
    {
        var text = "";
        for (var i = _random.Next(1, 4); i > 0; i--)
            text += Chance(8) ? "$${{ x }}" : Chance(2) ? Literally(HostileText.Text(_random)) : $" ${{{{ {_expressions.Of(OneOf("string", "int", "bool"), place)} }}}} ";
        return text;
    }

    // What would begin an expression is written as `$${{`; the pieces join to one, too.
    private static string Literally(string text) => text.Replace("${", "$ {", StringComparison.Ordinal).TrimEnd('$');

    private JsonNode Either(JsonNode literal, Growth place, string type) => Chance(2) ? literal : $"${{{{ {_expressions.Of(type, place)} }}}}";

    private JsonNode Number() => JsonNode.Parse(OneOf("0", "-1", "9223372036854775807", "-9223372036854775808", "12", "7"))!;

    private string Guard(Growth place) => _expressions.Of("bool", place);

    private string NewId()
    {
        var id = Chance(2) ? HostileText.Ids[_random.Next(HostileText.Ids.Length)] : "s" + _ids.Count.ToString(CultureInfo.InvariantCulture);
        while (!_ids.Add(id))
            id = (id.Length > 50 ? "s" : id) + "abcdefghijklmnopqrstuvwxyzABC_123"[_random.Next(33)] + (_ids.Count > 30 ? _ids.Count.ToString(CultureInfo.InvariantCulture) : "");
        return id;
    }

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private T OneOf<T>(params T[] all) => all[_random.Next(all.Length)];
}
