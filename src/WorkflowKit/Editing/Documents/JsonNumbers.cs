namespace WorkflowKit.Editing.Documents;

/// <summary>Tells JSON numbers from words.</summary>
internal static class JsonNumbers
{
    public static bool IsNumber(ReadOnlySpan<char> word)
    {
        var at = word.StartsWith('-') ? 1 : 0;
        var whole = Digits(word, ref at);
        if (whole == 0 || (whole > 1 && word[at - whole] == '0'))
            return false;
        if (at < word.Length && word[at] == '.')
        {
            at++;
            if (Digits(word, ref at) == 0)
                return false;
        }

        if (at < word.Length && word[at] is 'e' or 'E')
        {
            at++;
            if (at < word.Length && word[at] is '+' or '-')
                at++;
            if (Digits(word, ref at) == 0)
                return false;
        }

        return at == word.Length;
    }

    private static int Digits(ReadOnlySpan<char> word, ref int at)
    {
        var start = at;
        while (at < word.Length && char.IsAsciiDigit(word[at]))
            at++;
        return at - start;
    }
}
