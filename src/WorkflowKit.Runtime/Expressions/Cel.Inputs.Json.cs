using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkflowKit.Expressions;

public static partial class Cel
{
    /// <summary>A value that may be null.</summary>
    public static T? ToNullable<T>(CelValue value, string path, Func<CelValue, string, T> convert) where T : struct
        => Present(value).IsNull ? null : convert(value, path);

    /// <summary>An object that may be null.</summary>
    public static T? ToNullableObject<T>(CelValue value, string path, Func<CelValue, string, T> convert) where T : class
        => Present(value).IsNull ? null : convert(value, path);

    /// <summary>A list of converted items.</summary>
    public static List<T> ToList<T>(CelValue value, string path, Func<CelValue, string, T> convert)
    {
        value = Present(value);
        if (value.Kind != CelKind.List)
            throw CelErrors.Mismatch(path, "a list", value);

        var items = value.Items;
        var result = new List<T>(items.Count);
        for (var i = 0; i < items.Count; i++)
            result.Add(Converted(items[i], path, i, convert));
        return result;
    }

    /// <summary>An array of converted items.</summary>
    public static T[] ToArray<T>(CelValue value, string path, Func<CelValue, string, T> convert) => [.. ToList(value, path, convert)];

    /// <summary>A dictionary of converted values; keys become text.</summary>
    public static Dictionary<string, T> ToDictionary<T>(CelValue value, string path, Func<CelValue, string, T> convert)
    {
        value = Present(value);
        if (value.Kind != CelKind.Map)
            throw CelErrors.Mismatch(path, "an object", value);

        var result = new Dictionary<string, T>(value.Entries.Count, StringComparer.Ordinal);
        foreach (var (key, item) in value.Entries.Entries)
            result[key.ToString()] = convert(item, $"{path}/{key}");
        return result;
    }

    /// <summary>The value as JSON.</summary>
    public static JsonElement ToJson(CelValue value, string path)
    {
        try
        {
            return value.ToJsonElement();
        }
        catch (CelException error)
        {
            throw new CelException(error.Kind, $"{error.Message} (at '{path}')");
        }
    }

    /// <summary>The value as a JSON node of its own; null stays null.</summary>
    public static JsonNode? ToJsonNode(CelValue value, string path) => ToJson(value, path) switch
    {
        { ValueKind: JsonValueKind.Object } json => JsonObject.Create(json),
        { ValueKind: JsonValueKind.Array } json => JsonArray.Create(json),
        { ValueKind: JsonValueKind.Null } => null,
        var json => JsonValue.Create(json),
    };

    // The path of an item is written only if something is wrong with it.
    private static T Converted<T>(CelValue item, string path, int index, Func<CelValue, string, T> convert)
    {
        try
        {
            return convert(item, "");
        }
        catch (CelException)
        {
            return convert(item, $"{path}/{index}");
        }
    }
}
