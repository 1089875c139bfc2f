namespace WorkflowKit.Expressions;

public static partial class Cel
{
    /// <summary>Whether a regular expression matches anywhere in the text.</summary>
    public static bool Matches(string value, string pattern)
    {
        Meter.Work(value.Length);
        return RegularExpressions.Get(pattern).IsMatch(value);
    }

    /// <summary>Whether a regular expression matches anywhere in the text.</summary>
    public static bool Matches(CelValue value, CelValue pattern) => Matches(Text("matches()", value), Text("matches()", pattern));

    /// <summary>The first match, or its group; null if there is none.</summary>
    public static string? RegexExtract(string value, string pattern)
        => RegularExpressions.GetWithGroup(pattern).Match(value) is { Success: true } match ? RegularExpressions.Extracted(match) : null;

    /// <summary>The first match, or its group, as an optional.</summary>
    public static CelValue RegexExtract(CelValue value, CelValue pattern)
        => RegexExtract(Text("regex.extract()", value), Text("regex.extract()", pattern)) is { } found ? CelValue.Some(Of(found)) : CelValue.None;

    /// <summary>All matches, or their groups.</summary>
    public static IReadOnlyList<string> RegexExtractAll(string value, string pattern)
    {
        List<string> found = [];
        Meter.Items(Math.Min(value.Length, Meter.MaxItems));
        for (var match = RegularExpressions.GetWithGroup(pattern).Match(value); match.Success; match = match.NextMatch())
        {
            if (RegularExpressions.Extracted(match) is { } text)
                found.Add(text);
        }

        return found;
    }

    /// <summary>All matches, or their groups.</summary>
    public static IReadOnlyList<string> RegexExtractAll(CelValue value, CelValue pattern)
        => RegexExtractAll(Text("regex.extractAll()", value), Text("regex.extractAll()", pattern));

    /// <summary>The text with all matches replaced; <c>\1</c> stands for the first group, <c>\\</c> for a backslash.</summary>
    public static string RegexReplace(string value, string pattern, string replacement) => RegexReplace(value, pattern, replacement, -1);

    /// <summary>The text with the first matches replaced; all if the limit is negative.</summary>
    public static string RegexReplace(string value, string pattern, string replacement, long limit)
    {
        var expression = RegularExpressions.Get(pattern);
        var parts = RegularExpressions.Replacement(replacement, expression);
        if (limit == 0)
            return value;

        long length = value.Length;
        return expression.Replace(
            value,
            match =>
            {
                var by = string.Concat(parts.Select(part => part(match)));
                Meter.Text(length += by.Length - match.Length);
                return by;
            },
            limit < 0 || limit > int.MaxValue ? -1 : (int)limit);
    }

    /// <summary>The text with all matches replaced.</summary>
    public static string RegexReplace(CelValue value, CelValue pattern, CelValue replacement)
        => RegexReplace(Text("regex.replace()", value), Text("regex.replace()", pattern), Text("regex.replace()", replacement));

    /// <summary>The text with the first matches replaced; all if the limit is negative.</summary>
    public static string RegexReplace(CelValue value, CelValue pattern, CelValue replacement, CelValue limit)
        => RegexReplace(
            Text("regex.replace()", value), Text("regex.replace()", pattern), Text("regex.replace()", replacement), Int("regex.replace()", limit));
}
