using System.Globalization;

namespace WorkflowKit.Expressions;

/// <summary>Conversions between CEL's number types that either keep every digit or fail.</summary>
internal static class Numbers
{
    private const double TwoTo53 = 9007199254740992;
    private const double TwoTo63 = 9223372036854775808d;
    private const double TwoTo64 = 1.8446744073709551616E+19;
    private const int LargestExactPower = 22;
    private const double TwoTo96 = 7.9228162514264337593543950336E+28;

    public static double Exact(long value)
    {
        var result = (double)value;
        // 2^63 itself is not a long: the cast back would saturate to a number that looks equal.
        return result < TwoTo63 && (long)result == value ? result : throw CelErrors.PrecisionLoss(value.ToString(CultureInfo.InvariantCulture));
    }

    public static double Exact(ulong value)
    {
        var result = (double)value;
        return result < TwoTo64 && (ulong)result == value ? result : throw CelErrors.PrecisionLoss(value.ToString(CultureInfo.InvariantCulture));
    }

    public static decimal ToDecimal(double value) => TryDecimal(value, out var result)
        ? result
        : throw CelErrors.Overflow($"{Cel.ToText(value)} has no exact decimal form");

    /// <summary>The nearest double. .NET's own conversion rounds twice where a decimal has more digits than a double.</summary>
    public static double ToDouble(decimal value)
    {
        Span<int> parts = stackalloc int[4];
        _ = decimal.GetBits(value, parts);
        var isShort = parts[2] == 0 && ((ulong)(uint)parts[1] << 32 | (uint)parts[0]) <= TwoTo53 && value.Scale <= LargestExactPower;
        return isShort ? (double)value : double.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>The decimal a person would write for this double: its shortest text.</summary>
    public static bool TryDecimal(double value, out decimal result)
    {
        result = 0;
        if (!(Math.Abs(value) < TwoTo96))
            return false;

        if (value == Math.Truncate(value) && Math.Abs(value) <= TwoTo53)
        {
            result = (long)value;
            return true;
        }

        // .NET's own conversion keeps 15 digits. Doubles tell all numbers of so many digits apart: if it reads back, it is the shortest.
        result = (decimal)value;
        return (result != 0 && ToDouble(result) == value) || TryShortest(value, out result);
    }

    private static bool TryShortest(double value, out decimal result)
    {
        result = 0;
        Span<char> text = stackalloc char[32];
        return value.TryFormat(text, out var written, "R", CultureInfo.InvariantCulture)
            && decimal.TryParse(text[..written], NumberStyles.Float, CultureInfo.InvariantCulture, out result)
            && ToDouble(result) == value;
    }

    /// <summary>Truncates toward zero; false where the result does not fit.</summary>
    public static bool TryInt(double value, out long result)
    {
        // CEL excludes the limits themselves, because a double cannot tell them from what lies beyond.
        var fits = value > -TwoTo63 && value < TwoTo63;
        result = fits ? (long)value : 0;
        return fits;
    }

    /// <summary>Truncates toward zero; false where the result does not fit.</summary>
    public static bool TryUInt(double value, out ulong result)
    {
        var fits = value > -1 && value < TwoTo64;
        result = fits ? (ulong)value : 0;
        return fits;
    }

    /// <summary>The whole number that this double is; false if it has a fraction or is too large.</summary>
    public static bool TryWhole(double value, out long result)
    {
        if (value == Math.Truncate(value) && value >= -TwoTo63 && value < TwoTo63)
        {
            result = (long)value;
            return true;
        }

        result = 0;
        return false;
    }

    /// <summary>The unsigned whole number that this double is; false if it has a fraction, a sign or is too large.</summary>
    public static bool TryWhole(double value, out ulong result)
    {
        if (value == Math.Truncate(value) && value >= 0 && value < TwoTo64)
        {
            result = (ulong)value;
            return true;
        }

        result = 0;
        return false;
    }

    /// <summary>The whole number that a double value, or the decimal it keeps, is.</summary>
    public static bool TryWhole(CelValue value, out long result)
    {
        if (value.Decimal is not { } exact)
            return TryWhole(value.Double, out result);
        var fits = exact is >= long.MinValue and <= long.MaxValue && exact == decimal.Truncate(exact);
        result = fits ? (long)exact : 0;
        return fits;
    }

    /// <summary>The unsigned whole number that a double value, or the decimal it keeps, is.</summary>
    public static bool TryWhole(CelValue value, out ulong result)
    {
        if (value.Decimal is not { } exact)
            return TryWhole(value.Double, out result);
        var fits = exact is >= 0 and <= ulong.MaxValue && exact == decimal.Truncate(exact);
        result = fits ? (ulong)exact : 0;
        return fits;
    }

    public static bool TryInt(Int128 value, out long result)
    {
        var fits = value >= long.MinValue && value <= long.MaxValue;
        result = fits ? (long)value : 0;
        return fits;
    }
}
