using System.Text;

namespace WorkflowKit.Expressions;

public static partial class Cel
{
    /// <summary>The text with A to Z in lower case.</summary>
    public static string LowerAscii(string value) => Ascii.IsValid(value)
        ? Counted(value).ToLowerInvariant()
        : Mapped(value, static unit => char.IsAsciiLetterUpper(unit) ? (char)(unit | 0x20) : unit);

    /// <summary>The text with A to Z in lower case.</summary>
    public static string LowerAscii(CelValue value) => LowerAscii(Text("lowerAscii()", value));

    /// <summary>The text with a to z in upper case.</summary>
    public static string UpperAscii(string value) => Ascii.IsValid(value)
        ? Counted(value).ToUpperInvariant()
        : Mapped(value, static unit => char.IsAsciiLetterLower(unit) ? (char)(unit & ~0x20) : unit);

    /// <summary>The text with a to z in upper case.</summary>
    public static string UpperAscii(CelValue value) => UpperAscii(Text("upperAscii()", value));

    /// <summary>The text without white space at its ends.</summary>
    public static string Trim(string value) => value.Trim();

    /// <summary>The text without white space at its ends.</summary>
    public static string Trim(CelValue value) => Trim(Text("trim()", value));

    /// <summary>The text with every occurrence of a part replaced; an empty part stands between all characters.</summary>
    public static string Replace(string value, string part, string by) => Replace(value, part, by, -1);

    /// <summary>The text with the first occurrences of a part replaced; all if the limit is negative.</summary>
    public static string Replace(string value, string part, string by, long limit)
    {
        Meter.Text(value.Length);
        if (limit < 0 && part.Length > 0 && by.Length <= part.Length)
            return value.Replace(part, by, StringComparison.Ordinal);

        var result = new StringBuilder();
        var at = 0;
        for (var left = limit < 0 ? long.MaxValue : limit; left > 0; left--)
        {
            var next = value.IndexOf(part, at, StringComparison.Ordinal);
            if (next < 0)
                break;
            Meter.Text((long)result.Length + (next - at) + by.Length);
            result.Append(value, at, next - at).Append(by);
            at = next + part.Length;
            if (part.Length > 0)
                continue;
            if (at == value.Length)
                return result.ToString();
            var width = CodePoints.WidthAt(value, at);
            result.Append(value, at, width);
            at += width;
        }

        return result.Append(value, at, value.Length - at).ToString();
    }

    /// <summary>The text with every occurrence of a part replaced.</summary>
    public static string Replace(CelValue value, CelValue part, CelValue by)
        => Replace(Text("replace()", value), Text("replace()", part), Text("replace()", by));

    /// <summary>The text with the first occurrences of a part replaced; all if the limit is negative.</summary>
    public static string Replace(CelValue value, CelValue part, CelValue by, CelValue limit)
        => Replace(Text("replace()", value), Text("replace()", part), Text("replace()", by), Int("replace()", limit));

    /// <summary>The parts between the separators; without a separator, the characters.</summary>
    public static IReadOnlyList<string> Split(string value, string separator) => Split(value, separator, -1);

    /// <summary>At most so many parts, the last with the rest; all if the limit is negative, none if it is zero.</summary>
    public static IReadOnlyList<string> Split(string value, string separator, long limit)
    {
        Meter.Items(Math.Min(value.Length / Math.Max(separator.Length, 1), Meter.MaxItems));
        if (limit == 0)
            return [];
        var most = limit < 0 || limit > int.MaxValue ? int.MaxValue : (int)limit;
        if (separator.Length > 0)
            return value.Split(separator, most);

        var parts = new List<string>();
        for (var at = 0; at < value.Length;)
        {
            var width = parts.Count + 1 == most ? value.Length - at : CodePoints.WidthAt(value, at);
            parts.Add(value.Substring(at, width));
            at += width;
        }

        return parts;
    }

    /// <summary>The parts between the separators.</summary>
    public static IReadOnlyList<string> Split(CelValue value, CelValue separator) => Split(Text("split()", value), Text("split()", separator));

    /// <summary>At most so many parts, the last with the rest; all if the limit is negative, none if it is zero.</summary>
    public static IReadOnlyList<string> Split(CelValue value, CelValue separator, CelValue limit)
        => Split(Text("split()", value), Text("split()", separator), Int("split()", limit));

    /// <summary>The texts one after the other.</summary>
    public static string Join(IReadOnlyList<string> values) => Join(values, "");

    /// <summary>The texts with a separator between them.</summary>
    public static string Join(IReadOnlyList<string> values, string separator)
    {
        var length = (long)separator.Length * Math.Max(values.Count - 1, 0);
        for (var i = 0; i < values.Count; i++)
            length += values[i].Length;
        Meter.Text(length);
        return string.Join(separator, values);
    }

    /// <summary>The texts one after the other.</summary>
    public static string Join(CelValue values) => Join(Texts(values));

    /// <summary>The texts with a separator between them.</summary>
    public static string Join(CelValue values, CelValue separator) => Join(Texts(values), Text("join()", separator));

    /// <summary>The characters from the last to the first.</summary>
    public static string Reverse(string value) => string.Create(value.Length, value, static (result, text) =>
    {
        for (var at = 0; at < text.Length;)
        {
            var width = CodePoints.WidthAt(text, at);
            text.AsSpan(at, width).CopyTo(result[(text.Length - at - width)..]);
            at += width;
        }
    });

    private static string[] Texts(CelValue values) => [.. Items("join()", values).Select(static item => Text("join()", item))];

    private static string Mapped(string value, Func<char, char> change) =>
        string.Create(value.Length, (value: Counted(value), change), static (result, state) =>
        {
            for (var i = 0; i < result.Length; i++)
                result[i] = state.change(state.value[i]);
        });

    // A text as long as this is about to be made.
    private static string Counted(string value)
    {
        Meter.Text(value.Length);
        return value;
    }
}
