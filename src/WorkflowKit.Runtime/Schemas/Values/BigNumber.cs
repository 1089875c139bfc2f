using System.Globalization;
using System.Numerics;
using System.Text;

namespace WorkflowKit.Schemas.Values;

/// <summary>A decimal number of any size, exact: sign, digits without leading and trailing zeros, power of ten. Zero has no digits.</summary>
internal sealed record BigNumber(bool Negative, string Digits, long Exponent)
{
    // Past this, an exponent says "huge" or "tiny" and its exact value no longer matters; sums of two still fit a long.
    private const long ExponentLimit = 1_000_000_000_000_000;

    /// <summary>The position of the leading digit: the larger, the larger the number.</summary>
    private long Magnitude => Digits.Length + Exponent;

    public static BigNumber Parse(ReadOnlySpan<byte> json)
    {
        var negative = json[0] == '-';
        if (negative)
            json = json[1..];

        var exponent = 0L;
        var mark = json.IndexOfAny((byte)'e', (byte)'E');
        if (mark >= 0)
        {
            exponent = ParseExponent(json[(mark + 1)..]);
            json = json[..mark];
        }

        var point = json.IndexOf((byte)'.');
        var digits = Encoding.ASCII.GetString(json);
        if (point >= 0)
        {
            exponent -= json.Length - point - 1;
            digits = digits.Remove(point, 1);
        }

        return Normalize(negative, digits, exponent);
    }

    public static BigNumber From(decimal value) => Parse(Encoding.ASCII.GetBytes(value.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The number as a decimal where that is exact, so that small numbers have one representation.</summary>
    public bool TryToDecimal(out decimal value)
    {
        value = 0;
        if (Digits.Length > JsonNumber.SmallLength || Exponent is < -JsonNumber.SmallLength or > JsonNumber.SmallLength
            || Magnitude > JsonNumber.SmallLength)
            return false;

        var text = string.Create(CultureInfo.InvariantCulture, $"{(Negative ? "-" : "")}{(Digits.Length == 0 ? "0" : Digits)}e{Exponent}");
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    public int CompareTo(BigNumber other)
    {
        if (Digits.Length == 0 || other.Digits.Length == 0 || Negative != other.Negative)
            return Sign.CompareTo(other.Sign);

        var order = Magnitude != other.Magnitude
            ? Magnitude.CompareTo(other.Magnitude)
            : string.CompareOrdinal(Digits, other.Digits);
        return Negative ? -order : order;
    }

    public bool IsMultipleOf(BigNumber divisor)
    {
        if (Digits.Length == 0)
            return true;

        var shift = Exponent - divisor.Exponent;
        var dividend = BigInteger.Parse(Digits, CultureInfo.InvariantCulture);
        var by = BigInteger.Parse(divisor.Digits, CultureInfo.InvariantCulture);
        if (shift >= 0)
            return (dividend % by * BigInteger.ModPow(10, shift, by) % by).IsZero;

        // The dividend has no trailing zeros: with a divisor that is a larger power of ten, only few digits can still divide.
        return -shift <= Digits.Length && (dividend % (by * BigInteger.Pow(10, (int)-shift))).IsZero;
    }

    private int Sign => Digits.Length == 0 ? 0 : Negative ? -1 : 1;

    private static BigNumber Normalize(bool negative, string digits, long exponent)
    {
        var significant = digits.TrimStart('0');
        var trimmed = significant.TrimEnd('0');
        return trimmed.Length == 0
            ? new(false, "", 0)
            : new(negative, trimmed, exponent + (significant.Length - trimmed.Length));
    }

    private static long ParseExponent(ReadOnlySpan<byte> text)
    {
        var negative = text[0] == '-';
        var value = 0L;
        foreach (var digit in text.TrimStart("+-"u8))
            value = Math.Min(value * 10 + (digit - '0'), ExponentLimit);

        return negative ? -value : value;
    }
}
