using System.Globalization;

namespace WorkflowKit.Expressions;

/// <summary>Makes the exceptions of expressions, so that their sentences are alike. Contents of texts appear only where they must be mended.</summary>
internal static class CelErrors
{
    private const int ShownLength = 40;

    public static CelException NoOverload(string operation, CelValue left, CelValue right, string expected)
        => new(CelErrorKind.NoSuchOverload, $"{operation} does not work on {Describe(left)} and {Describe(right)}; it takes {expected}.");

    public static CelException NoOverload(string operation, CelValue value, string expected)
        => new(CelErrorKind.NoSuchOverload, $"{operation} does not work on {Describe(value)}; it takes {expected}.");

    public static CelException Mismatch(string where, string expected, CelValue found)
        => new(CelErrorKind.TypeMismatch, $"Expected {expected}{At(where)}, found {Describe(found)}.");

    public static CelException Mismatch(string where, string expected, string found)
        => new(CelErrorKind.TypeMismatch, $"Expected {expected}{At(where)}, found {found}.");

    public static CelException NoKey(string key, string where, string present)
        => new(CelErrorKind.NoSuchKey, $"There is no '{Shorten(key)}'{In(where)}; {present}.");

    public static CelException NoField(string member, string where, CelValue found)
        => new(CelErrorKind.NoSuchField, $"'{member}' cannot be read{Of(where)}: expected an object, found {Describe(found)}.");

    public static CelException OutOfBounds(string index, string what, long count)
        => new(CelErrorKind.IndexOutOfBounds, $"Position {index} is outside the {what}, which has {Amount(count)}; positions count from 0.");

    public static CelException OutsideText(long position, int count)
        => new(CelErrorKind.IndexOutOfBounds, string.Create(CultureInfo.InvariantCulture,
            $"Position {position} is outside the text, which has {count} characters; positions count from 0."));

    public static CelException DivideByZero(string operation) => new(CelErrorKind.DivideByZero, $"{operation} by zero.");

    public static CelException Overflow(string operation)
        => new(CelErrorKind.Overflow, $"The result is too large or too small for its type: {operation}.");

    /// <summary>As above; the sentence is made here, so that callers stay small enough to be inlined.</summary>
    public static CelException Overflow<T>(T left, string sign, T right) where T : IFormattable
        => Overflow(string.Create(CultureInfo.InvariantCulture, $"{left} {sign} {right}"));

    public static CelException Range(string value, string type)
        => new(CelErrorKind.Overflow, $"{Shorten(value)} is outside the range of {type}.");

    public static CelException PrecisionLoss(string value)
        => new(CelErrorKind.PrecisionLoss, $"{value} has more digits than a double can hold exactly; convert it with double() where rounding is meant.");

    public static CelException Conversion(string value, string type, string expected)
        => new(CelErrorKind.Conversion, $"'{Shorten(value)}' cannot be converted to {type}; expected {expected}.");

    public static CelException BadArgument(string message) => new(CelErrorKind.BadArgument, message);

    public static CelException BadKey(CelValue key)
        => new(CelErrorKind.NoSuchOverload, $"A map's key must be text, a whole number or true/false, found {Describe(key)}.");

    public static CelException RepeatedKey(CelValue key) => new(CelErrorKind.BadArgument, $"The map has the key '{Shorten(key.ToString())}' twice.");

    /// <summary>What a value is, in words; numbers and truth values with their content.</summary>
    public static string Describe(CelValue value) => value.Kind switch
    {
        CelKind.Null => "null",
        CelKind.Bool => value.Bool ? "true" : "false",
        CelKind.Int or CelKind.UInt => $"the whole number {value}",
        CelKind.Double => $"the number {value}",
        CelKind.String => "text",
        CelKind.Bytes => "bytes",
        CelKind.List => string.Create(CultureInfo.InvariantCulture, $"a list of {Amount(value.Items.Count)}"),
        CelKind.Map => "an object",
        CelKind.Timestamp => "a timestamp",
        CelKind.Duration => "a duration",
        CelKind.Type => "a type",
        _ => "an optional value",
    };

    public static string Shorten(string text) => text.Length <= ShownLength ? text : string.Concat(text.AsSpan(0, ShownLength), "...");

    private static string Amount(long count) => count == 1 ? "1 item" : string.Create(CultureInfo.InvariantCulture, $"{count} items");

    private static string At(string where) => where.Length == 0 ? "" : $" at '{where}'";

    private static string In(string where) => where.Length == 0 ? "" : $" in '{where}'";

    private static string Of(string where) => where.Length == 0 ? "" : $" of '{where}'";
}
