using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace WorkflowKit.Expressions;

/// <summary>RE2's expressions on .NET's linear-time engine: without backreferences and look-around, so no pattern can take for ever.</summary>
internal static class RegularExpressions
{
    // Patterns are mostly literals of definitions; ones that come from data must not fill the memory.
    private const int Kept = 256;
    private static readonly ConcurrentDictionary<string, Regex> Cache = new(StringComparer.Ordinal);

    public static Regex Get(string pattern)
    {
        if (Cache.TryGetValue(pattern, out var known))
            return known;
        var made = Make(pattern);
        if (Cache.Count >= Kept)
            Cache.Clear();
        return Cache.GetOrAdd(pattern, made);
    }

    /// <summary>For an extraction, which can give back one group at most.</summary>
    public static Regex GetWithGroup(string pattern)
    {
        var expression = Get(pattern);
        return expression.GetGroupNumbers().Length <= 2
            ? expression
            : throw CelErrors.BadArgument($"'{CelErrors.Shorten(pattern)}' has more than one group; an extraction takes one at most.");
    }

    /// <summary>The group, or the whole match if there is none; null for a group that took no part.</summary>
    public static string? Extracted(Match match)
        => match.Groups.Count == 1 ? match.Value : match.Groups[1].Success ? match.Groups[1].Value : null;

    public static List<Func<Match, string>> Replacement(string text, Regex expression)
    {
        List<Func<Match, string>> parts = [];
        for (var at = 0; at < text.Length;)
        {
            var slash = text.IndexOf('\\', at);
            var literal = text[at..(slash < 0 ? text.Length : slash)];
            parts.Add(_ => literal);
            if (slash < 0)
                break;

            parts.Add(Escape(text, slash + 1, expression));
            at = slash + 2;
        }

        return parts;
    }

    private static Func<Match, string> Escape(string text, int at, Regex expression)
    {
        if (at < text.Length && text[at] == '\\')
            return static _ => "\\";
        if (at == text.Length || !char.IsAsciiDigit(text[at]))
            throw CelErrors.BadArgument("In a replacement a backslash stands before a group's number or another backslash.");

        var group = text[at] - '0';
        return group < expression.GetGroupNumbers().Length
            ? match => match.Groups[group].Value
            : throw CelErrors.BadArgument($"The replacement names group {group}, which the regular expression does not have.");
    }

    private static Regex Make(string pattern)
    {
        try
        {
            return new Regex(Re2Syntax.ToDotNet(pattern), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            throw CelErrors.BadArgument($"'{CelErrors.Shorten(pattern)}' is no regular expression (RE2): {error.Message}");
        }
    }
}
