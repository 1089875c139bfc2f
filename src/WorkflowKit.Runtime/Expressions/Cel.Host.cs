using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkflowKit.Expressions;

/// <summary>Values on their way into properties of step classes, and out of them.</summary>
public static partial class Cel
{
    /// <summary>A whole number in a smaller .NET type.</summary>
    /// <exception cref="CelException">It does not fit.</exception>
    public static T Narrow<T>(long value, [CallerArgumentExpression(nameof(value))] string? source = null) where T : IBinaryInteger<T>
    {
        var narrow = T.CreateTruncating(value);
        return long.CreateTruncating(narrow) == value ? narrow : throw OutOfRange(source, value.ToString(CultureInfo.InvariantCulture), typeof(T));
    }

    /// <summary>A whole number in a smaller .NET type.</summary>
    /// <exception cref="CelException">It does not fit.</exception>
    public static T Narrow<T>(ulong value, [CallerArgumentExpression(nameof(value))] string? source = null) where T : IBinaryInteger<T>
    {
        var narrow = T.CreateTruncating(value);
        return ulong.CreateTruncating(narrow) == value ? narrow : throw OutOfRange(source, value.ToString(CultureInfo.InvariantCulture), typeof(T));
    }

    /// <summary>A value that JSON writes as text: a Guid, a date, a time, a character.</summary>
    /// <exception cref="CelException">The text does not have its form.</exception>
    public static T Parse<T>(string value, [CallerArgumentExpression(nameof(value))] string? source = null) where T : IParsable<T>
        => T.TryParse(value, CultureInfo.InvariantCulture, out var parsed) ? parsed : throw NotA(source, value, typeof(T).Name);

    /// <summary>A URI, absolute or relative.</summary>
    /// <exception cref="CelException">The text is none.</exception>
    public static Uri ParseUri(string value, [CallerArgumentExpression(nameof(value))] string? source = null)
        => Uri.TryCreate(value, UriKind.RelativeOrAbsolute, out var uri) ? uri : throw NotA(source, value, "URI");

    /// <summary>The failure of a text that is none of those that a place takes.</summary>
    public static CelException NotOneOf(string value, string expected)
        => new(CelErrorKind.Conversion, $"'{CelErrors.Shorten(value)}' is not one of {expected}.");

    /// <summary>The value as a JSON node; null for null.</summary>
    public static JsonNode? ToJsonNode(CelValue value)
    {
        var element = value.ToJsonElement();
        return element.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.Object => JsonObject.Create(element),
            JsonValueKind.Array => JsonArray.Create(element),
            _ => JsonValue.Create(element),
        };
    }

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

    private static CelException OutOfRange(string? source, string value, Type type)
        => new(CelErrorKind.Overflow, $"{Named(source)} is {value}, which does not fit the {type.Name} that is needed here.");

    private static CelException NotA(string? source, string value, string type)
        => new(CelErrorKind.Conversion, $"{Named(source)} is '{CelErrors.Shorten(value)}', which is no {type}.");
}
