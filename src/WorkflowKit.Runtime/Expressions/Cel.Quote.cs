using System.Text;

namespace WorkflowKit.Expressions;

public static partial class Cel
{
    /// <summary>The text in double quotes, with escapes for quotes, backslashes and control characters; a broken surrogate becomes U+FFFD.</summary>
    public static string StringsQuote(string value)
    {
        Meter.Text(value.Length);
        var result = new StringBuilder(value.Length + 2).Append('"');
        foreach (var character in value.EnumerateRunes())
        {
            _ = character.Value switch
            {
                '\a' => result.Append("\\a"),
                '\b' => result.Append("\\b"),
                '\f' => result.Append("\\f"),
                '\n' => result.Append("\\n"),
                '\r' => result.Append("\\r"),
                '\t' => result.Append("\\t"),
                '\v' => result.Append("\\v"),
                '\\' => result.Append("\\\\"),
                '"' => result.Append("\\\""),
                _ => result.Append(character.ToString()),
            };
        }

        return result.Append('"').ToString();
    }

    /// <summary>The text in double quotes, with escapes.</summary>
    public static string StringsQuote(CelValue value) => StringsQuote(Text("strings.quote()", value));
}
