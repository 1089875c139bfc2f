using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkflowKit.Expressions;

public static partial class Cel
{
    /// <summary>A value that a step declares as <see cref="object"/>: what JSON knows, as deep as it goes.</summary>
    /// <exception cref="CelException">It holds an object of a class.</exception>
    public static CelValue OfObject(object? value) => value switch
    {
        null => default,
        CelValue same => same,
        JsonElement json => Of(json),
        JsonNode json => Of(json),
        string x => Of(x),
        bool x => Of(x),
        int x => Of(x),
        long x => Of(x),
        double x => Of(x),
        decimal x => Of(x),
        float x => Of(x),
        byte or sbyte or short or ushort => Of(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        uint x => Of(x),
        ulong x => Of(x),
        DateTimeOffset x => Of(x),
        DateTime x => Of(x),
        TimeSpan x => Of(x),
        Guid x => Of(x),
        Uri x => Of(x),
        Enum x => Of(x.ToString()),
        byte[] x => Of(x),
        IEnumerable<KeyValuePair<string, object?>> map => Of<string, object?>(map, static key => Of(key), OfObject),
        IEnumerable items => CelValue.List([.. items.Cast<object?>().Select(OfObject)]),
        _ => throw new CelException(
            CelErrorKind.TypeMismatch, $"A step gave a {value.GetType().Name} as a value of type object; expressions read JSON values, lists and maps."),
    };

    private static string Named(string? source) => SourcePath.From(source) is { Length: > 0 } path ? $"`{path}`" : "The value";
}
