namespace WorkflowKit.Editing.Places;

/// <summary>What stands between two tokens.</summary>
/// <param name="HasComma">Whether a comma does.</param>
/// <param name="HasColon">Whether a colon does.</param>
/// <param name="EndsInComment">Whether its end is inside of a comment.</param>
internal readonly record struct Gap(bool HasComma, bool HasColon, bool EndsInComment)
{
    public static Gap Between(string text, int start, int end)
    {
        var (hasComma, hasColon) = (false, false);
        for (var at = start; at < end;)
        {
            if (EndOfComment(text, at) is { } behind)
            {
                if (end < behind || (end == behind && text[at + 1] == '/'))
                    return new(hasComma, hasColon, EndsInComment: true);
                at = behind;
                continue;
            }

            hasComma |= text[at] == ',';
            hasColon |= text[at] == ':';
            at++;
        }

        return new(hasComma, hasColon, EndsInComment: false);
    }

    /// <summary>The place behind the comment that begins here; behind the text where it never ends; <see langword="null"/>: no comment begins here.</summary>
    private static int? EndOfComment(string text, int at)
    {
        var rest = text.AsSpan(at);
        if (rest.StartsWith("//"))
            return rest.IndexOfAny('\n', '\r') is var line and >= 0 ? at + line : text.Length + 1;
        if (rest.StartsWith("/*"))
            return text.IndexOf("*/", at + 2, StringComparison.Ordinal) is var close and >= 0 ? close + 2 : text.Length + 1;
        return null;
    }
}
