namespace WorkflowKit.Expressions;

public static partial class Cel
{
    /// <summary>The number of characters, as code points.</summary>
    public static long Size(string value) => CodePoints.Count(value);

    /// <summary>The number of bytes.</summary>
    public static long Size(ReadOnlyMemory<byte> value) => value.Length;

    /// <summary>The number of items.</summary>
    public static long Size<T>(IReadOnlyList<T> value) => value.Count;

    /// <summary>The number of entries.</summary>
    public static long Size<TKey, TValue>(IReadOnlyDictionary<TKey, TValue> value) => value.Count;

    /// <summary>The number of characters, bytes, items or entries.</summary>
    public static long Size(CelValue value) => value.Kind switch
    {
        CelKind.String => CodePoints.Count(value.Text),
        CelKind.Bytes => value.Bytes.Length,
        CelKind.List => value.Items.Count,
        CelKind.Map => value.Entries.Count,
        _ => throw CelErrors.NoOverload("size()", value, "text, bytes, a list or an object"),
    };

    /// <summary>Whether a text holds another.</summary>
    public static bool Contains(string value, string part)
    {
        Meter.Work(value.Length / 16);
        return value.Contains(part, StringComparison.Ordinal);
    }

    /// <summary>Whether a text holds another.</summary>
    public static bool Contains(CelValue value, CelValue part) => Contains(Text("contains()", value), Text("contains()", part));

    /// <summary>Whether a text begins with another.</summary>
    public static bool StartsWith(string value, string start) => value.StartsWith(start, StringComparison.Ordinal);

    /// <summary>Whether a text begins with another.</summary>
    public static bool StartsWith(CelValue value, CelValue start) => StartsWith(Text("startsWith()", value), Text("startsWith()", start));

    /// <summary>Whether a text ends with another.</summary>
    public static bool EndsWith(string value, string end) => value.EndsWith(end, StringComparison.Ordinal);

    /// <summary>Whether a text ends with another.</summary>
    public static bool EndsWith(CelValue value, CelValue end) => EndsWith(Text("endsWith()", value), Text("endsWith()", end));

    private static string Text(string function, CelValue value) => value.Kind == CelKind.String
        ? value.Text
        : throw CelErrors.NoOverload(function, value, "text");

    private static long Int(string function, CelValue value) => value.Kind == CelKind.Int
        ? value.Int
        : throw CelErrors.NoOverload(function, value, "a whole number (int) here");

    private static IReadOnlyList<CelValue> Items(string function, CelValue value) => value.Kind == CelKind.List
        ? value.Items
        : throw CelErrors.NoOverload(function, value, "a list");
}
