using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace WorkflowKit.Schemas.Values;

/// <summary>A JSON number, exact. Nearly all fit a decimal; the others are kept digit by digit.</summary>
internal readonly struct JsonNumber : IEquatable<JsonNumber>, IComparable<JsonNumber>
{
    /// <summary>A number of at most so many characters, written without an exponent, is exact as a decimal.</summary>
    public const int SmallLength = 28;

    private readonly decimal _small;
    private readonly BigNumber? _big;

    private JsonNumber(decimal small) => _small = small;

    private JsonNumber(BigNumber big) => _big = big;

    public bool IsInteger => _big is null ? decimal.IsInteger(_small) : _big.Exponent >= 0;

    /// <summary>Whether it has so many digits that calculating with it takes time.</summary>
    public bool IsHuge => _big is { Digits.Length: > 4_096 };

    public bool IsPositive => _big is null ? _small > 0 : !_big.Negative;

    public static JsonNumber Read(JsonElement element)
    {
        var json = JsonMarshal.GetRawUtf8Value(element);
        if (json.Length <= SmallLength && !json.ContainsAny((byte)'e', (byte)'E') && Utf8Parser.TryParse(json, out decimal small, out _))
            return new(small);

        var big = BigNumber.Parse(json);
        return big.TryToDecimal(out small) ? new(small) : new(big);
    }

    public int CompareTo(JsonNumber other) =>
        _big is null && other._big is null ? _small.CompareTo(other._small) : ToBig().CompareTo(other.ToBig());

    /// <summary>Whether this is a whole multiple of <paramref name="divisor"/>, which is not zero.</summary>
    public bool IsMultipleOf(JsonNumber divisor) =>
        IsShort && divisor.IsShort
            ? _small % divisor._small == 0
            : ToBig().IsMultipleOf(divisor.ToBig());

    /// <summary>The number as a count; what is larger than a <see cref="long"/> is its maximum.</summary>
    public long ToCount() => _big is null && _small <= long.MaxValue ? (long)_small : long.MaxValue;

    public bool Equals(JsonNumber other) => _big is null ? other._big is null && _small == other._small : _big == other._big;

    public override bool Equals(object? obj) => obj is JsonNumber other && Equals(other);

    /// <summary>Seeded, because values come from strangers: no list of them may fill one bucket.</summary>
    public override int GetHashCode()
    {
        if (_big is not null)
            return _big.GetHashCode();

        // Dividing strips the zeros at the end, so that equal numbers have equal bits.
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(_small == 0 ? 0 : _small / 1.0000000000000000000000000000m, bits);
        return HashCode.Combine(bits[0], bits[1], bits[2], bits[3]);
    }

    /// <summary>Whether a remainder is exact: both numbers fit with the same scale.</summary>
    private bool IsShort => _big is null && _small.Scale <= 12 && decimal.Abs(_small) < 1_000_000_000_000_000m;

    private BigNumber ToBig() => _big ?? BigNumber.From(_small);
}
