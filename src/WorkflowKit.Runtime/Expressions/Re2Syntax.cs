using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace WorkflowKit.Expressions;

/// <summary>Rewrites what RE2 spells differently from .NET: named groups, <c>\pL</c>, ASCII classes and <c>$</c>.</summary>
internal static partial class Re2Syntax
{
    private static readonly Dictionary<string, string> PosixClasses = new(StringComparer.Ordinal)
    {
        ["alnum"] = "0-9A-Za-z", ["alpha"] = "A-Za-z", ["ascii"] = "\\x00-\\x7F", ["blank"] = "\\t ", ["cntrl"] = "\\x00-\\x1F\\x7F",
        ["digit"] = "0-9", ["graph"] = "!-~", ["lower"] = "a-z", ["print"] = " -~", ["punct"] = "!-/:-@\\[-`{-~", ["space"] = "\\t\\n\\v\\f\\r ",
        ["upper"] = "A-Z", ["word"] = "0-9A-Za-z_", ["xdigit"] = "0-9A-Fa-f",
    };

    public static string ToDotNet(string pattern)
    {
        var result = new StringBuilder(pattern.Length);
        var inClass = false;
        // To .NET a dollar also matches before a last line feed.
        var multiline = Multiline().IsMatch(pattern);
        for (var at = 0; at < pattern.Length; at++)
        {
            var rest = pattern.AsSpan(at);
            if (rest[0] == '\\' && rest.Length > 1)
            {
                at += Escape(rest, inClass, result);
            }
            else if (inClass && rest.StartsWith("[:", StringComparison.Ordinal) && rest.IndexOf(":]") is > 0 and var end
                && PosixClasses.TryGetValue(rest[2..end].ToString(), out var members))
            {
                result.Append(members);
                at += end + 1;
            }
            else if (inClass)
            {
                // To .NET an opening bracket after a hyphen would subtract a class.
                result.Append(rest[0] == '[' ? "\\[" : rest[..1]);
                inClass = rest[0] != ']';
            }
            else if (rest[0] == '[')
            {
                inClass = true;
                var start = rest.StartsWith("[^", StringComparison.Ordinal) ? "[^" : "[";
                at += start.Length - 1;
                result.Append(start);
                if (pattern.AsSpan(at + 1) is [']', ..])
                {
                    result.Append("\\]");
                    at++;
                }
            }
            else if (NameLength(rest) is > 0 and var name)
            {
                // Expressions know groups by number, and .NET would number named ones last.
                result.Append('(');
                at += name - 1;
            }
            else if (rest[0] == '$' && !multiline)
            {
                result.Append("\\z");
            }
            else
            {
                result.Append(rest[0]);
            }
        }

        return result.ToString();
    }

    /// <summary>The length of the opening of a named group, <c>(?P&lt;name&gt;</c> or <c>(?&lt;name&gt;</c>; 0 if it is something else.</summary>
    private static int NameLength(ReadOnlySpan<char> text)
    {
        var start = text.StartsWith("(?P<", StringComparison.Ordinal) ? 4 : text.StartsWith("(?<", StringComparison.Ordinal) ? 3 : 0;
        return start > 0 && text.Length > start && (char.IsLetter(text[start]) || text[start] == '_') ? text.IndexOf('>') + 1 : 0;
    }

    [GeneratedRegex("""\(\?[a-zA-Z]*m""")]
    private static partial Regex Multiline();

    /// <summary>Writes an escape and says how many characters beyond the backslash it took.</summary>
    private static int Escape(ReadOnlySpan<char> text, bool inClass, StringBuilder result)
    {
        switch (text[1])
        {
            case 'd':
                result.Append(inClass ? "0-9" : "[0-9]");
                return 1;
            case 'w':
                result.Append(inClass ? "0-9A-Za-z_" : "[0-9A-Za-z_]");
                return 1;
            case 's':
                result.Append(inClass ? "\\t\\n\\f\\r " : "[\\t\\n\\f\\r ]");
                return 1;
            case 'D' when !inClass:
                result.Append("[^0-9]");
                return 1;
            case 'W' when !inClass:
                result.Append("[^0-9A-Za-z_]");
                return 1;
            case 'S' when !inClass:
                result.Append("[^\\t\\n\\f\\r ]");
                return 1;
            case 'Q':
                var end = text.IndexOf("\\E");
                var literal = end < 0 ? text[2..] : text[2..end];
                result.Append(Regex.Escape(literal.ToString()));
                return end < 0 ? text.Length - 1 : end + 1;
            case 'p' or 'P' when text.Length > 2 && text[2] != '{':
                result.Append('\\').Append(text[1]).Append('{').Append(text[2]).Append('}');
                return 2;
            case 'x' when text.Length > 2 && text[2] == '{' && text.IndexOf('}') is > 3 and var close
                && int.TryParse(text[3..close], NumberStyles.HexNumber, null, out var code) && Rune.IsValid(code):
                result.Append(Regex.Escape(new Rune(code).ToString()));
                return close;
            case 'z':
                result.Append("\\z");
                return 1;
            default:
                result.Append(text[..2]);
                return 1;
        }
    }
}
