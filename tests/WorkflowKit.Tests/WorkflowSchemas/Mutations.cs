using System.Text.Json.Nodes;

namespace WorkflowKit.Tests.WorkflowSchemas;

/// <summary>Makes wrong definitions of right ones: each value replaced by others, each member removed or joined by one that nobody knows.</summary>
internal static class Mutations
{
    private static readonly string[] Replacements =
    [
        "null", "true", "0", "-1", "1.5", "1e3", "2000000", "\"\"", "\" \"", "\"x\"", "\"Words with spaces\"", "\"P1D\"", "\"P0D\"", "\"PT0.5S\"", "\"PT\"", "\"P1M\"",
        "\"P1.5DT1H\"", "\"P1WT2,5S\"", "\"2030-01-31T08:00:00\"", "\"2030-02-30T08:00:00Z\"", "\"${{ inputs.total }}\"", "\"a ${{ b }}\"", "[]", "[1]", "{}", "{ \"a\": 1 }",
    ];

    public static IEnumerable<string> Of(string definition)
    {
        foreach (var pointer in Places(JsonNode.Parse(definition)!, []).ToList())
        {
            foreach (var replacement in Replacements)
                yield return Changed(definition, pointer, (parent, key) => Set(parent, key, JsonNode.Parse(replacement)));

            yield return Changed(definition, pointer, Remove);
            if (Find(JsonNode.Parse(definition)!, pointer) is JsonObject)
            {
                yield return Changed(definition, pointer, (parent, key) => Child(parent, key)!.AsObject()["nonsense"] = 1);
                yield return Changed(definition, pointer, (parent, key) => Child(parent, key)!.AsObject()["x-nonsense"] = 1);
            }
        }
    }

    private static IEnumerable<object[]> Places(JsonNode? node, object[] path)
    {
        IEnumerable<(object Key, JsonNode? Value)> inner = node switch
        {
            JsonObject map => map.Select(member => ((object)member.Key, member.Value)),
            JsonArray list => list.Select((item, index) => ((object)index, item)),
            _ => [],
        };
        foreach (var (key, value) in inner)
        {
            object[] place = [.. path, key];
            yield return place;
            foreach (var deeper in Places(value, place))
                yield return deeper;
        }
    }

    private static string Changed(string definition, object[] pointer, Action<JsonNode, object> change)
    {
        var root = JsonNode.Parse(definition)!;
        change(Find(root, pointer[..^1])!, pointer[^1]);
        return root.ToJsonString();
    }

    private static JsonNode? Find(JsonNode root, object[] pointer) => pointer.Aggregate((JsonNode?)root, (node, key) => Child(node!, key));

    private static JsonNode? Child(JsonNode node, object key) => key is int index ? node[index] : node[(string)key];

    private static void Set(JsonNode parent, object key, JsonNode? value)
    {
        if (key is int index)
            parent[index] = value;
        else
            parent[(string)key] = value;
    }

    private static void Remove(JsonNode parent, object key)
    {
        if (key is int index)
            parent.AsArray().RemoveAt(index);
        else
            parent.AsObject().Remove((string)key);
    }
}
