using System.Text.RegularExpressions;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.CelSyntax;

/// <summary>Signs that begin no token here, but mean something in other languages: what CEL has in their place.</summary>
internal static partial class ForeignSymbols
{
    private const string Openers = "\u2018\u2019\u201a\u201c\u201d\u201e\u00ab";
    private const string Closers = "\u2018\u2019\u201c\u201d\u00bb";

    /// <summary>Explains the sign at a place.</summary>
    public static ExpressionIssue Explain(string text, int at)
    {
        var next = at + 1 < text.Length ? text[at + 1] : '\0';
        return text[at] switch
        {
            '=' when at > 1 && text.Substring(at - 2, 2) is "==" or "!=" or "<=" or ">=" => Instead(text, at - 2, 3, text.Substring(at - 2, 2)),
            '=' when next == '>' => Arrow(text, at),
            '=' when next == '<' => Instead(text, at, 2, "<="),
            '=' when string.IsNullOrWhiteSpace(text[..at]) => Without(text, at, 1, "An expression begins with its value, without a `=` before it."),
            '=' => Unexpected(text, at, 1, new("Write `==` to compare.") { Replacement = "==" }),
            '&' => Unexpected(text, at, 1, new("Write `&&` for \"and\".") { Replacement = "&&" }),
            '|' when Filter().IsMatch(text.AsSpan(at + 1)) => Unexpected(text, at, 1, "A function is called with a point, as in `text.upperAscii()`; \"or\" is written `||`."),
            '|' => Unexpected(text, at, 1, new("Write `||` for \"or\".") { Replacement = "||" }),
            var c when Openers.Contains(c) => CurlyQuote(text, at),
            ';' => string.IsNullOrWhiteSpace(text[(at + 1)..])
                ? Without(text, at, 1, "An expression is one value, and nothing ends it.")
                : Unexpected(text, at, 1, "An expression is one value; it has no statements."),
            '$' when next == '{' => Braces(text, at),
            '$' when next == '.' => Without(text, at, 2, "Inside an expression names are written as they are: `inputs.name`."),
            '$' or '@' or '#' when char.IsAsciiLetter(next) => Without(text, at, 1, "Inside an expression names are written as they are: `inputs.name`."),
            '$' => Unexpected(text, at, 1, "Inside an expression names are written as they are: `inputs.name`."),
            _ => Unexpected(text, at, char.IsHighSurrogate(text[at]) && char.IsLowSurrogate(next) ? 2 : 1, "Text stands between quotes, and a member with an unusual name is read by index: `value['name']`."),
        };
    }

    /// <summary>Text between backquotes, as some languages write it, in straight quotes.</summary>
    /// <returns><see langword="null"/> where it is not certain which text is meant.</returns>
    public static ExpressionMending? StraightQuotes(string text, int start, int end)
    {
        var inside = text[(start + 1)..(end - 1)];
        return inside.AsSpan().IndexOfAny("'\\\n\r") >= 0 || inside.Contains("${", StringComparison.Ordinal)
            ? null
            : new($"Write `'{inside}'`", (new TextRange(start, 1), "'"), (new TextRange(end - 1, 1), "'"));
    }

    private static ExpressionIssue Instead(string text, int start, int length, string meant) =>
        Unexpected(text, start, length, new($"Write `{meant}`.") { Replacement = meant });

    private static ExpressionIssue Without(string text, int start, int length, string hint) => Unexpected(text, start, length, hint) with
    {
        Mending = new($"Remove `{text.Substring(start, length)}`", (new TextRange(start, length), "")),
    };

    // list.filter(x => x > 1) is list.filter(x, x > 1) here.
    private static ExpressionIssue Arrow(string text, int at)
    {
        if (Parameter().Match(text[..at]) is not { Success: true } match)
            return Unexpected(text, at, 2, "To compare write `>=`; a condition on the items of a list is written `list.filter(item, item.total > 10)`.");
        var name = match.Groups["name"].Value;
        return Unexpected(text, at, 2, $"Write a comma: `{match.Groups["function"].Value}({name}, ...)`.") with
        {
            Mending = new($"Write `{name},`", (TextRange.Between(match.Groups["parameter"].Index, at + 2), $"{name},")),
        };
    }

    private static ExpressionIssue CurlyQuote(string text, int at)
    {
        var end = text.AsSpan(at + 1).IndexOfAny(Closers);
        return Unexpected(text, at, 1, "Write text between straight quotes: `'text'`.") with
        {
            Mending = end < 0 ? null : StraightQuotes(text, at, at + end + 2),
        };
    }

    private static ExpressionIssue Braces(string text, int at)
    {
        var end = text.IndexOf('}', at);
        return Unexpected(text, at, 2, "Inside an expression names are written as they are: `inputs.name`.") with
        {
            Mending = end < 0 ? null : new("Remove `${` and `}`", (new TextRange(at, 2), ""), (new TextRange(end, 1), "")),
        };
    }

    private static ExpressionIssue Unexpected(string text, int start, int length, Hint hint) =>
        new(ExpressionDiagnostics.UnexpectedToken, new(start, length), [$"`{text.Substring(start, length)}`"], hint);

    [GeneratedRegex(@"\.(?<function>[A-Za-z_]\w*)\(\s*(?<parameter>(?<name>[A-Za-z_]\w*)\s*|\(\s*(?<name>[A-Za-z_]\w*)\s*\)\s*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^\s*[A-Za-z_]\w*\s*(\z|[(|:])", RegexOptions.CultureInvariant)]
    private static partial Regex Filter();
}
