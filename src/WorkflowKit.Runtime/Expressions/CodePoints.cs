namespace WorkflowKit.Expressions;

/// <summary>CEL sees text as code points where .NET sees UTF-16 units: an emoji counts once.</summary>
internal static class CodePoints
{
    public static int Count(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAnyInRange('\uD800', '\uDFFF') < 0)
            return text.Length;

        var count = 0;
        for (var at = 0; at < text.Length; at += WidthAt(text, at))
            count++;
        return count;
    }

    /// <summary>The place in UTF-16 units of a code point; -1 if the text is shorter. The place after the last one counts.</summary>
    public static int ToUtf16(ReadOnlySpan<char> text, long position)
    {
        if (position < 0 || position > text.Length)
            return -1;
        if (text.IndexOfAnyInRange('\uD800', '\uDFFF') < 0)
            return (int)position;

        var at = 0;
        for (; position > 0 && at < text.Length; position--)
            at += WidthAt(text, at);
        return position == 0 ? at : -1;
    }

    /// <summary>How many UTF-16 units the code point at a place takes.</summary>
    public static int WidthAt(ReadOnlySpan<char> text, int at)
        => char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;

    /// <summary>The order by code points. It differs from UTF-16's where a surrogate meets a unit above the surrogates.</summary>
    public static int Compare(string left, string right)
    {
        var common = left.AsSpan().CommonPrefixLength(right);
        if (common == left.Length || common == right.Length)
            return left.Length.CompareTo(right.Length);
        var (a, b) = (left[common], right[common]);
        return Rank(a).CompareTo(Rank(b));
    }

    private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + char.MaxValue : unit;
}
