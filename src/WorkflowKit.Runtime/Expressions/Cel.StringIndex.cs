using System.Globalization;

namespace WorkflowKit.Expressions;

/// <summary>Functions that look at positions in a text. Positions count code points from 0; one outside the text is an error.</summary>
public static partial class Cel
{
    /// <summary>The character at a position; empty for the position after the last.</summary>
    public static string CharAt(string value, long position)
    {
        var at = Utf16(value, position);
        return at == value.Length ? "" : value.Substring(at, CodePoints.WidthAt(value, at));
    }

    /// <summary>The character at a position; empty for the position after the last.</summary>
    public static string CharAt(CelValue value, CelValue position) => CharAt(Text("charAt()", value), Int("charAt()", position));

    /// <summary>Where a text first occurs; -1 if nowhere.</summary>
    public static long IndexOf(string value, string part) => Position(value, value.IndexOf(part, StringComparison.Ordinal));

    /// <summary>Where a text first occurs from a position on; -1 if nowhere.</summary>
    public static long IndexOf(string value, string part, long from)
        => Position(value, value.IndexOf(part, Utf16(value, from), StringComparison.Ordinal));

    /// <summary>Where a text first occurs; -1 if nowhere.</summary>
    public static long IndexOf(CelValue value, CelValue part) => IndexOf(Text("indexOf()", value), Text("indexOf()", part));

    /// <summary>Where a text first occurs from a position on; -1 if nowhere.</summary>
    public static long IndexOf(CelValue value, CelValue part, CelValue from)
        => IndexOf(Text("indexOf()", value), Text("indexOf()", part), Int("indexOf()", from));

    /// <summary>Where a text last occurs; -1 if nowhere.</summary>
    public static long LastIndexOf(string value, string part) => Position(value, value.AsSpan().LastIndexOf(part));

    /// <summary>Where a text last occurs beginning at a position or before; -1 if nowhere.</summary>
    public static long LastIndexOf(string value, string part, long upTo)
    {
        var last = Math.Min(Utf16(value, upTo), value.Length - part.Length);
        return last < 0 ? -1 : Position(value, value.AsSpan(0, last + part.Length).LastIndexOf(part));
    }

    /// <summary>Where a text last occurs; -1 if nowhere.</summary>
    public static long LastIndexOf(CelValue value, CelValue part) => LastIndexOf(Text("lastIndexOf()", value), Text("lastIndexOf()", part));

    /// <summary>Where a text last occurs beginning at a position or before; -1 if nowhere.</summary>
    public static long LastIndexOf(CelValue value, CelValue part, CelValue upTo)
        => LastIndexOf(Text("lastIndexOf()", value), Text("lastIndexOf()", part), Int("lastIndexOf()", upTo));

    /// <summary>The text from a position on.</summary>
    public static string Substring(string value, long from) => value[Utf16(value, from)..];

    /// <summary>The text from a position to before another.</summary>
    public static string Substring(string value, long from, long to)
    {
        var (start, end) = (Utf16(value, from), Utf16(value, to));
        return start <= end
            ? value[start..end]
            : throw CelErrors.BadArgument(string.Create(CultureInfo.InvariantCulture, $"substring() cannot begin at {from} and end before it, at {to}."));
    }

    /// <summary>The text from a position on.</summary>
    public static string Substring(CelValue value, CelValue from) => Substring(Text("substring()", value), Int("substring()", from));

    /// <summary>The text from a position to before another.</summary>
    public static string Substring(CelValue value, CelValue from, CelValue to)
        => Substring(Text("substring()", value), Int("substring()", from), Int("substring()", to));

    private static int Utf16(string value, long position)
        => CodePoints.ToUtf16(value, position) is >= 0 and var at ? at : throw CelErrors.OutsideText(position, CodePoints.Count(value));

    private static long Position(string value, int at) => at < 0 ? -1 : CodePoints.Count(value.AsSpan(0, at));
}
