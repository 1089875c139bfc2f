using System.Globalization;
using System.Text;

namespace WorkflowKit.Expressions;

public static partial class Cel
{
    private const string IntName = "int (-9223372036854775808 to 9223372036854775807)";
    private const string UIntName = "uint (0 to 18446744073709551615)";

    // Strict: bytes that are no UTF-8 are an error, not a question mark.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary><c>int()</c> of an int.</summary>
    public static long ToInt(long value) => value;

    /// <summary><c>int()</c> of an uint.</summary>
    public static long ToInt(ulong value) => value <= long.MaxValue ? (long)value : throw CelErrors.Range(Of(value).ToString(), IntName);

    /// <summary><c>int()</c> of a double: the fraction is cut off.</summary>
    public static long ToInt(double value)
        => Numbers.TryInt(value, out var result) ? result : throw CelErrors.Range(NumberText.Write(value), IntName);

    /// <summary><c>int()</c> of a decimal: the fraction is cut off.</summary>
    public static long ToInt(decimal value)
        => decimal.Truncate(value) is >= long.MinValue and <= long.MaxValue and var whole
            ? (long)whole
            : throw CelErrors.Range(Of(value).ToString(), IntName);

    /// <summary><c>int()</c> of a string of decimal digits.</summary>
    public static long ToInt(string value)
        => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var result)
            ? result
            : throw CelErrors.Conversion(value, "int", "a whole number in its range");

    /// <summary><c>int()</c> of a timestamp: seconds since 1970.</summary>
    public static long ToInt(CelTimestamp value) => value.Seconds;

    /// <summary><c>int()</c>.</summary>
    public static long ToInt(CelValue value) => value.Kind switch
    {
        CelKind.Int => value.Int,
        CelKind.UInt => ToInt(value.UInt),
        CelKind.Double => value.Decimal is { } exact ? ToInt(exact) : ToInt(value.Double),
        CelKind.String => ToInt(value.Text),
        CelKind.Timestamp => ToInt(value.Timestamp),
        _ => throw CelErrors.NoOverload("int()", value, "a number, text or a timestamp"),
    };

    /// <summary><c>uint()</c> of an uint.</summary>
    public static ulong ToUInt(ulong value) => value;

    /// <summary><c>uint()</c> of an int.</summary>
    public static ulong ToUInt(long value) => value >= 0 ? (ulong)value : throw CelErrors.Range(Of(value).ToString(), UIntName);

    /// <summary><c>uint()</c> of a double: the fraction is cut off.</summary>
    public static ulong ToUInt(double value)
        => Numbers.TryUInt(value, out var result) ? result : throw CelErrors.Range(NumberText.Write(value), UIntName);

    /// <summary><c>uint()</c> of a decimal: the fraction is cut off.</summary>
    public static ulong ToUInt(decimal value)
        => decimal.Truncate(value) is >= 0 and <= ulong.MaxValue and var whole
            ? (ulong)whole
            : throw CelErrors.Range(Of(value).ToString(), UIntName);

    /// <summary><c>uint()</c> of a string of decimal digits.</summary>
    public static ulong ToUInt(string value)
        => ulong.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var result)
            ? result
            : throw CelErrors.Conversion(value, "uint", "a whole number in its range, without a sign");

    /// <summary><c>uint()</c>.</summary>
    public static ulong ToUInt(CelValue value) => value.Kind switch
    {
        CelKind.UInt => value.UInt,
        CelKind.Int => ToUInt(value.Int),
        CelKind.Double => value.Decimal is { } exact ? ToUInt(exact) : ToUInt(value.Double),
        CelKind.String => ToUInt(value.Text),
        _ => throw CelErrors.NoOverload("uint()", value, "a number or text"),
    };

    /// <summary><c>double()</c> of a double.</summary>
    public static double ToDouble(double value) => value;

    /// <summary><c>double()</c> of an int, rounded to the nearest double.</summary>
    public static double ToDouble(long value) => value;

    /// <summary><c>double()</c> of an uint, rounded to the nearest double.</summary>
    public static double ToDouble(ulong value) => value;

    /// <summary><c>double()</c> of a decimal, rounded to the nearest double.</summary>
    public static double ToDouble(decimal value) => Numbers.ToDouble(value);

    /// <summary><c>double()</c> of a string: decimal digits with fraction and exponent, <c>NaN</c>, <c>Infinity</c>.</summary>
    public static double ToDouble(string value) => value switch
    {
        "NaN" or "nan" => double.NaN,
        "Infinity" or "+Infinity" or "inf" or "+inf" or "Inf" or "+Inf" => double.PositiveInfinity,
        "-Infinity" or "-inf" or "-Inf" => double.NegativeInfinity,
        _ => double.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
                CultureInfo.InvariantCulture, out var result) && double.IsFinite(result)
            ? result
            : throw CelErrors.Conversion(value, "double", "a number such as 12.5 or 1e9"),
    };

    /// <summary><c>double()</c>.</summary>
    public static double ToDouble(CelValue value) => value.Kind switch
    {
        CelKind.Double => value.Double,
        CelKind.Int => value.Int,
        CelKind.UInt => value.UInt,
        CelKind.String => ToDouble(value.Text),
        _ => throw CelErrors.NoOverload("double()", value, "a number or text"),
    };

    /// <summary><c>bool()</c> of a bool.</summary>
    public static bool ToBool(bool value) => value;

    /// <summary><c>bool()</c> of a string: <c>true</c>, <c>false</c> and the forms t, f, 1, 0, True, False, TRUE, FALSE.</summary>
    public static bool ToBool(string value) => value switch
    {
        "true" or "True" or "TRUE" or "t" or "T" or "1" => true,
        "false" or "False" or "FALSE" or "f" or "F" or "0" => false,
        _ => throw CelErrors.Conversion(value, "bool", "'true' or 'false'"),
    };

    /// <summary><c>bool()</c>.</summary>
    public static bool ToBool(CelValue value) => value.Kind switch
    {
        CelKind.Bool => value.Bool,
        CelKind.String => ToBool(value.Text),
        _ => throw CelErrors.NoOverload("bool()", value, "true, false or text"),
    };

    /// <summary><c>bytes()</c> of bytes.</summary>
    public static ReadOnlyMemory<byte> ToBytes(ReadOnlyMemory<byte> value) => value;

    /// <summary><c>bytes()</c> of a string: its UTF-8.</summary>
    public static ReadOnlyMemory<byte> ToBytes(string value) => Encoding.UTF8.GetBytes(value);

    /// <summary><c>bytes()</c>.</summary>
    public static ReadOnlyMemory<byte> ToBytes(CelValue value) => value.Kind switch
    {
        CelKind.Bytes => value.Bytes,
        CelKind.String => ToBytes(value.Text),
        _ => throw CelErrors.NoOverload("bytes()", value, "bytes or text"),
    };
}
