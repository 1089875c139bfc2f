using System.Buffers;

namespace WorkflowKit.Definitions;

/// <summary>Finds its way over blanks, comments and words.</summary>
internal static class JsonTrivia
{
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\n\r");

    /// <summary>The next place that is neither blank nor in a comment; the slash itself where a comment is never closed.</summary>
    public static int Skip(ReadOnlySpan<char> text, int position)
    {
        while (position < text.Length)
        {
            var rest = text[position..];
            if (rest[0] is ' ' or '\t' or '\n' or '\r')
            {
                var blanks = rest.IndexOfAnyExcept(Blanks);
                position = blanks < 0 ? text.Length : position + blanks;
            }
            else if (rest.StartsWith("//"))
            {
                var end = rest.IndexOfAny('\n', '\r');
                position = end < 0 ? text.Length : position + end;
            }
            else if (rest.StartsWith("/*") && rest[2..].IndexOf("*/") is var end and >= 0)
            {
                position += end + 4;
            }
            else
            {
                break;
            }
        }

        return position;
    }

    /// <summary>The word or number that begins here; empty where none does.</summary>
    public static ReadOnlySpan<char> WordAt(ReadOnlySpan<char> text, int position)
    {
        var end = position;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '$' or '-' or '+' or '.'))
            end++;
        return text[position..end];
    }
}
