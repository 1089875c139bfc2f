namespace WorkflowKit.Tests.Fuzzing.Expressions;

/// <summary>Spoils expressions: letter by letter, word by word, or by the words of another one.</summary>
internal static class ExpressionMutator
{
    private static readonly string[] Words =
    [
        "(", ")", "[", "]", "{", "}", ".", "?.", ".?", "[?", ",", ":", "?", "+", "-", "*", "/", "%", "==", "!=", "<", "in", "&&", "||", "!", "null", "true", "1", "-1", "1u", "1.5", "1e999",
        "'x'", "\"", "'", "'''", "r'", "b'", "\\", "//", "has(", "cel.bind(", ".map(x, ", ".filter(x, ", ".exists(x, ", "optional.of(", "dyn(", "inputs", "steps", "steps.all.output", "steps.maybe.output",
        "x", ".size()", "size(", "int", "\u2028", "\0", "\ud83d", "`a`", ".orValue(", "@", "#", "0x", "9223372036854775808", "18446744073709551616u", "[]", "{}", "lists.range(9)", "math.least(", "\u00e9",
    ];

    public static string Spoil(string text, Random random, Place place)
    {
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var at = random.Next(text.Length + 1);
            var length = random.Next(0, Math.Min(random.Next(3) == 0 ? 40 : 4, text.Length - at) + 1);
            text = random.Next(7) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, Words[random.Next(Words.Length)]),
                2 => text.Insert(at, text.Substring(at, length)),
                3 => string.Concat(text.AsSpan(0, at), Words[random.Next(Words.Length)], text.AsSpan(at + length)),
                4 => text.Insert(random.Next(text.Length + 1), text.Substring(at, length)),
                5 => string.Concat(text.AsSpan(0, at), TypedExpressionGrower.Grow(random.Next(), place).Text, text.AsSpan(at + length)),
                _ => Swapped(text, random),
            };
        }

        return text;
    }

    // A name or a number in the place of another: the text stays an expression more often.
    private static string Swapped(string text, Random random)
    {
        var words = System.Text.RegularExpressions.Regex.Matches(text, "[A-Za-z_][A-Za-z_0-9]*|[0-9]+u?|'[^']*'");
        if (words.Count < 2)
            return text + Words[random.Next(Words.Length)];
        var (one, other) = (words[random.Next(words.Count)], words[random.Next(words.Count)]);
        return string.Concat(text.AsSpan(0, one.Index), other.Value, text.AsSpan(one.Index + one.Length));
    }
}
