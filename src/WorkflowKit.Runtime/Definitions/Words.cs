namespace WorkflowKit.Definitions;

/// <summary>Lists of words in sentences.</summary>
internal static class Words
{
    /// <summary><c>`a`, `b` and `c`</c></summary>
    public static string List(IReadOnlyList<string> words) => words.Count == 1
        ? $"`{words[0]}`"
        : $"{string.Join(", ", words.Take(words.Count - 1).Select(word => $"`{word}`"))} and `{words[^1]}`";
}
