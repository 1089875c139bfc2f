using System.Text.Json.Nodes;

namespace WorkflowKit.Tests.Fuzzing;

/// <summary>Spoils definitions: their text, letter by letter, or their tree, member by member.</summary>
internal static class DefinitionMutator
{
    private static readonly string[] Letters = ["\"", "{", "}", "[", "]", ",", ":", "\\", "'", "\0", "\ud83d", "\udc00", "//", "/*", "${{", "}}", "null", "-", "1e999", "\u2028", "\n", "\"\":", "steps.", "."];

    public static string SpoilText(string text, Random random)
    {
        for (var i = Times(random); i > 0; i--)
        {
            var at = random.Next(text.Length + 1);
            var length = random.Next(0, Math.Min(random.Next(3) == 0 ? 200 : 4, text.Length - at) + 1);
            text = random.Next(6) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, Letters[random.Next(Letters.Length)]),
                2 => text.Insert(at, text.Substring(at, length)),
                3 => text[..at],
                4 => string.Concat(text.AsSpan(0, at), Letters[random.Next(Letters.Length)], text.AsSpan(at + length)),
                _ => text.Insert(random.Next(text.Length + 1), text.Substring(at, length)),
            };
            if (text.Length == 0)
                return "";
        }

        return text;
    }

    public static void SpoilTree(JsonObject root, Random random)
    {
        for (var i = Times(random); i > 0; i--)
        {
            var places = Places(root).ToList();
            var (owner, name, index) = places[random.Next(places.Count)];
            var (other, otherName, otherIndex) = places[random.Next(places.Count)];
            var value = random.Next(4) == 0 ? (otherName is null ? other[otherIndex] : other[otherName])?.DeepClone() : Value(random);
            if (owner is JsonObject parent && name is not null)
                Spoil(parent, name, value, random);
            else if (owner is JsonArray list)
                Spoil(list, index, value, random);
        }
    }

    // What is spoilt once comes farthest.
    private static int Times(Random random) => Math.Max(1, random.Next(-3, 4));

    private static void Spoil(JsonObject parent, string name, JsonNode? value, Random random)
    {
        switch (random.Next(5))
        {
            case 0:
                parent.Remove(name);
                break;
            case 1:
                var moved = parent[name]?.DeepClone();
                parent.Remove(name);
                parent[name + "x"] = moved;
                break;
            case 2 when parent[name] is JsonValue text && text.TryGetValue<string>(out var old):
                parent[name] = SpoilText(old + " ", random);
                break;
            case 3:
                parent[HostileText.Ids[random.Next(HostileText.Ids.Length)]] = value;
                break;
            default:
                parent[name] = value;
                break;
        }
    }

    private static void Spoil(JsonArray list, int index, JsonNode? value, Random random)
    {
        switch (random.Next(4))
        {
            case 0:
                list.RemoveAt(index);
                break;
            case 1:
                list.Insert(index, list[index]?.DeepClone());
                break;
            default:
                list[index] = value;
                break;
        }
    }

    private static JsonNode? Value(Random random) => random.Next(14) switch
    {
        0 => null,
        1 => true,
        2 => -1,
        3 => 1e300,
        4 => "",
        5 => HostileText.Text(random),
        6 => "${{ " + HostileText.Text(random) + " }}",
        7 => "PT1S",
        8 => "steps.s1.output",
        9 => new JsonArray(),
        10 => new JsonArray("s0", "s1", "s1"),
        11 => HostileText.Ids[random.Next(HostileText.Ids.Length)],
        12 => "forEach",
        _ => new JsonObject { ["id"] = "s0", ["type"] = "set", ["with"] = 1 },
    };

    private static IEnumerable<(JsonNode Owner, string? Name, int Index)> Places(JsonNode node)
    {
        if (node is JsonObject members)
        {
            foreach (var (name, value) in members)
            {
                yield return (node, name, 0);
                foreach (var inner in value is null ? [] : Places(value))
                    yield return inner;
            }
        }
        else if (node is JsonArray items)
        {
            for (var i = 0; i < items.Count; i++)
            {
                yield return (node, null, i);
                foreach (var inner in items[i] is { } value ? Places(value) : [])
                    yield return inner;
            }
        }
    }
}
