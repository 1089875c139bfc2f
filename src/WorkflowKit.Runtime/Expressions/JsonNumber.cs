using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace WorkflowKit.Expressions;

/// <summary>Reads a JSON number without losing digits: as int or uint, as double, or where a double cannot hold it as decimal.</summary>
internal static class JsonNumber
{
    // So many digits always survive in a double; only longer numbers are looked at more closely.
    private const int SafeLength = 15;

    public static CelValue Read(JsonElement element)
    {
        var raw = JsonMarshal.GetRawUtf8Value(element);
        if (!raw.ContainsAny(".eE"u8))
        {
            if (element.TryGetInt64(out var whole))
                return Cel.Of(whole);
            if (element.TryGetUInt64(out var large))
                return Cel.Of(large);
        }

        var number = element.GetDouble();
        if (raw.Length <= SafeLength)
            return Cel.Of(number);

        var digits = Digits(Encoding.UTF8.GetString(raw));
        return digits != Digits(number.ToString("R", CultureInfo.InvariantCulture))
            && element.TryGetDecimal(out var exact)
            && digits == Digits(exact.ToString(CultureInfo.InvariantCulture))
                ? Cel.Of(exact)
                : Cel.Of(number);
    }

    /// <summary>The significant digits of a decimal text, and the power of ten of the last one.</summary>
    private static (string Digits, int Exponent) Digits(string text)
    {
        var mantissa = text.AsSpan(0, text.AsSpan().IndexOfAny('e', 'E') is >= 0 and var end ? end : text.Length);
        _ = int.TryParse(text.AsSpan(Math.Min(mantissa.Length + 1, text.Length)), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent);
        var point = mantissa.IndexOf('.');
        var digits = mantissa.ToString().Replace(".", "", StringComparison.Ordinal);
        var significant = digits.TrimEnd('0');
        return (significant.TrimStart('-').TrimStart('0'), exponent - (point < 0 ? 0 : mantissa.Length - point - 1) + digits.Length - significant.Length);
    }
}
