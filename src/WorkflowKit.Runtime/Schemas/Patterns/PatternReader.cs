using System.Globalization;

namespace WorkflowKit.Schemas.Patterns;

/// <summary>Reads a pattern character by character, with the escapes that stand for one code point.</summary>
internal sealed class PatternReader(string pattern)
{
    public int Position { get; private set; }

    public bool AtEnd => Position >= pattern.Length;

    public char Current => AtEnd ? '\0' : pattern[Position];

    public bool LooksAt(string text) => string.CompareOrdinal(pattern, Position, text, 0, text.Length) == 0;

    public bool Take(char expected)
    {
        if (AtEnd || pattern[Position] != expected)
            return false;

        Position++;
        return true;
    }

    public bool Take(string expected)
    {
        if (!LooksAt(expected))
            return false;

        Position += expected.Length;
        return true;
    }

    public void Expect(char expected)
    {
        if (!Take(expected))
            throw Error($"'{expected}' is missing");
    }

    public int TakeCodePoint()
    {
        if (AtEnd)
            throw Error("it ends too early");

        var codePoint = char.IsSurrogatePair(pattern, Position) ? char.ConvertToUtf32(pattern, Position) : pattern[Position];
        Position += codePoint > char.MaxValue ? 2 : 1;
        return codePoint;
    }

    /// <summary>A run of decimal digits; what is larger than an <see cref="int"/> is its maximum.</summary>
    public int? TakeNumber()
    {
        var start = Position;
        var value = 0L;
        while (char.IsAsciiDigit(Current))
            value = Math.Min(value * 10 + (pattern[Position++] - '0'), int.MaxValue);

        return Position == start ? null : (int)value;
    }

    /// <summary>The text up to <paramref name="end"/>, which is consumed.</summary>
    public string TakeUntil(char end)
    {
        var stop = pattern.IndexOf(end, Position);
        if (stop < 0)
            throw Error($"'{end}' is missing");

        var text = pattern[Position..stop];
        Position = stop + 1;
        return text;
    }

    /// <summary>An escape of one code point, after its backslash; <see langword="null"/> (and nothing consumed) where it is none.</summary>
    public int? TakeCharacterEscape()
    {
        var mark = Current;
        switch (mark)
        {
            case 't' or 'n' or 'v' or 'f' or 'r':
                Position++;
                return mark switch { 't' => '\t', 'n' => '\n', 'v' => '\v', 'f' => '\f', _ => '\r' };
            case 'c' when Position + 1 < pattern.Length && char.IsAsciiLetter(pattern[Position + 1]):
                Position += 2;
                return pattern[Position - 1] % 32;
            case '0' when Position + 1 >= pattern.Length || !char.IsAsciiDigit(pattern[Position + 1]):
                Position++;
                return 0;
            case 'x':
                Position++;
                return TakeHex(2);
            case 'u':
                Position++;
                return TakeUnicodeEscape();
            default:
                if (!char.IsAscii(mark) || char.IsAsciiLetterOrDigit(mark) || mark < ' ')
                    return null;
                Position++;
                return mark;
        }
    }

    public PatternException Error(string message) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{message} (at character {Position + 1})"));

    private int TakeUnicodeEscape()
    {
        if (Take('{'))
        {
            var digits = TakeUntil('}');
            return int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
                && value is >= 0 and <= CodePointSet.Last
                    ? value
                    : throw Error($"'\\u{{{digits}}}' is no code point");
        }

        var unit = TakeHex(4);
        if (!char.IsHighSurrogate((char)unit) || !LooksAt("\\u"))
            return unit;

        var back = Position;
        Position += 2;
        var low = Current == '{' ? 0 : TakeHex(4);
        if (char.IsLowSurrogate((char)low))
            return char.ConvertToUtf32((char)unit, (char)low);

        Position = back;
        return unit;
    }

    private int TakeHex(int count)
    {
        var value = 0;
        for (var i = 0; i < count; i++)
        {
            if (!char.IsAsciiHexDigit(Current))
                throw Error("a hexadecimal digit is missing");
            value = value * 16 + Convert.ToInt32(pattern[Position++].ToString(), 16);
        }

        return value;
    }
}
