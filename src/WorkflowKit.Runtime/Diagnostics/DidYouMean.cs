namespace WorkflowKit.Diagnostics;

/// <summary>Finds the name that its author probably meant.</summary>
internal static class DidYouMean
{
    private const int LongestName = 64;
    private const int ShortestWord = 4;

    /// <summary>
    /// The nearest of <paramref name="candidates"/>, or <see langword="null"/> where none is near: other letter case, a candidate that begins
    /// with the name (or the name with it), or at most one edit in three letters (insert, drop, replace, swap).
    /// </summary>
    public static string? Of(string name, IEnumerable<string> candidates)
    {
        if (name.Length is 0 or > LongestName)
            return null;

        string? best = null;
        var bestDistance = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var distance = Distance(name, candidate);
            if (distance < bestDistance)
                (best, bestDistance) = (candidate, distance);
        }

        return best;
    }

    /// <summary>The same as a sentence for a hint: <c>Did you mean `fetch`?</c>; <see langword="null"/> where no name is near.</summary>
    public static Hint? Hint(string name, IEnumerable<string> candidates) => Of(name, candidates) is { } near ? For(near) : null;

    /// <summary>The same where the candidates are all the words that there are: one with the same first letter may be two edits away.</summary>
    public static Hint? HintOfWords(string word, IEnumerable<string> words) =>
        Hint(word, words) ?? (word.Length >= ShortestWord && word.Length <= LongestName
            ? words.Where(other => other.Length is >= ShortestWord and <= LongestName && Same(word[0], other[0]) && Edits(word, other) <= 2).Take(2).ToList() is [var only] ? For(only) : null
            : null);

    /// <summary>The same for a name that is known to be meant.</summary>
    public static Hint For(string near) => new($"Did you mean `{near}`?") { Replacement = near };

    private static int Distance(string name, string candidate)
    {
        if (candidate.Length is 0 or > LongestName)
            return int.MaxValue;
        if (string.Equals(name, candidate, StringComparison.OrdinalIgnoreCase))
            return 0;

        var allowed = Math.Max(1, Math.Max(name.Length, candidate.Length) / 3);
        var edits = Math.Abs(name.Length - candidate.Length) > allowed ? int.MaxValue : Edits(name, candidate);
        if (edits <= allowed && edits < Math.Max(name.Length, candidate.Length))
            return edits;

        return IsShortened(name, candidate) || IsShortened(candidate, name) ? allowed + 1 : int.MaxValue;
    }

    private static bool IsShortened(string text, string whole) =>
        text.Length >= 3 && whole.StartsWith(text, StringComparison.OrdinalIgnoreCase);

    /// <summary>Optimal string alignment distance, letter case ignored.</summary>
    private static int Edits(string a, string b)
    {
        Span<int> beforeLast = stackalloc int[LongestName + 1];
        Span<int> last = stackalloc int[LongestName + 1];
        Span<int> current = stackalloc int[LongestName + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
            }

            var free = beforeLast;
            beforeLast = last;
            last = current;
            current = free;
        }

        return last[b.Length];
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
