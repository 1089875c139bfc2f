using System.Globalization;
using System.Text;

namespace WorkflowKit.Definitions;

/// <summary>Between a JSON string as written and its value.</summary>
internal static class JsonEscapes
{
    /// <summary>Goes on by <paramref name="count"/> characters of the value, from <paramref name="position"/> in the string as written.</summary>
    public static int Skip(ReadOnlySpan<char> raw, int position, int count)
    {
        if (!raw[position..].Contains('\\'))
            return Math.Min(position + count, raw.Length);

        for (; count > 0 && position < raw.Length; count--)
            position = Math.Min(position + LengthAt(raw, position), raw.Length);
        return position;
    }

    /// <summary>The value of what stands between the quotes. Unknown escapes give the escaped character.</summary>
    public static string Unescape(ReadOnlySpan<char> raw)
    {
        if (!raw.Contains('\\'))
            return raw.ToString();

        var value = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i += LengthAt(raw, i))
            value.Append(CharAt(raw, i));
        return value.ToString();
    }

    /// <summary>Puts U+FFFD in the place of surrogates without their other half.</summary>
    public static string ReplaceLoneSurrogates(string value) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value));

    /// <summary>Where the first surrogate without its other half stands, escaped or not; -1 where there is none.</summary>
    public static int FindLoneSurrogate(ReadOnlySpan<char> raw)
    {
        if (!raw.Contains('\\') && !raw.ContainsAnyInRange('\ud800', '\udfff'))
            return -1;

        for (var i = 0; i < raw.Length;)
        {
            var c = CharAt(raw, i);
            var next = i + LengthAt(raw, i);
            if (char.IsHighSurrogate(c) && next < raw.Length && char.IsLowSurrogate(CharAt(raw, next)))
                next += LengthAt(raw, next);
            else if (char.IsSurrogate(c))
                return i;
            i = next;
        }

        return -1;
    }

    private static int LengthAt(ReadOnlySpan<char> raw, int position) =>
        raw[position] != '\\' ? 1 : position + 1 < raw.Length && raw[position + 1] == 'u' ? 6 : 2;

    private static char CharAt(ReadOnlySpan<char> raw, int position)
    {
        if (raw[position] != '\\' || position + 1 >= raw.Length)
            return raw[position];

        return raw[position + 1] switch
        {
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => position + 6 <= raw.Length && ushort.TryParse(raw.Slice(position + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
                ? (char)code
                : '\uFFFD',
            var other => other,
        };
    }
}
