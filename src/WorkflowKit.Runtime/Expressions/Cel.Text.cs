using System.Globalization;
using System.Text;

namespace WorkflowKit.Expressions;

public static partial class Cel
{
    /// <summary><c>string()</c> of a string.</summary>
    public static string ToText(string value) => value;

    /// <summary><c>string()</c> of a bool.</summary>
    public static string ToText(bool value) => value ? "true" : "false";

    /// <summary><c>string()</c> of an int.</summary>
    public static string ToText(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary><c>string()</c> of an uint.</summary>
    public static string ToText(ulong value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary><c>string()</c> of a double: the shortest decimal text that reads back as the same number.</summary>
    public static string ToText(double value) => NumberText.Write(value);

    /// <summary><c>string()</c> of a decimal.</summary>
    public static string ToText(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary><c>string()</c> of bytes, which must be UTF-8.</summary>
    public static string ToText(ReadOnlyMemory<byte> value)
    {
        try
        {
            return Utf8.GetString(value.Span);
        }
        catch (DecoderFallbackException)
        {
            throw new CelException(CelErrorKind.Conversion, "The bytes cannot be converted to string; expected UTF-8.");
        }
    }

    /// <summary><c>string()</c> of a timestamp: RFC 3339 in UTC.</summary>
    public static string ToText(CelTimestamp value) => value.ToString();

    /// <summary><c>string()</c> of a duration: seconds, such as <c>5400s</c>.</summary>
    public static string ToText(CelDuration value) => value.ToString();

    /// <summary><c>string()</c>.</summary>
    public static string ToText(CelValue value) => value.Kind switch
    {
        CelKind.Bytes => ToText(value.Bytes),
        CelKind.String or CelKind.Bool or CelKind.Int or CelKind.UInt or CelKind.Double or CelKind.Timestamp or CelKind.Duration => value.ToString(),
        _ => throw CelErrors.NoOverload("string()", value, "text, a number, true, false, bytes, a timestamp or a duration"),
    };

    /// <summary>
    /// What a value becomes inside a longer text of a template: as <c>string()</c>, but null is nothing, and lists and objects are JSON.
    /// </summary>
    public static string Interpolate(CelValue value) => value.Kind switch
    {
        CelKind.Null => "",
        CelKind.List or CelKind.Map => Counted(value).ToJsonElement().GetRawText(),
        CelKind.Optional => value.HasValue ? Interpolate(value.OptionalValue) : "",
        CelKind.Type => value.TypeName,
        _ => ToText(value),
    };

    private static CelValue Counted(CelValue value)
    {
        Meter.Items(value.Weight);
        return value;
    }
}
