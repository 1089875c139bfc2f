using System.Globalization;
using System.Text;

namespace WorkflowKit.Log;

/// <summary>What may be a tag: one rule for starts, queries and imports.</summary>
internal static class ExecutionTags
{
    internal const int MaxCount = 20;
    internal const int MaxLength = 100;

    /// <summary>The tags without the blanks around them and without those that stand twice, in their order.</summary>
    /// <param name="tags">The tags as they were given.</param>
    /// <param name="parameter">Where they come from.</param>
    /// <exception cref="ArgumentException">They are too many, or one of them is no tag.</exception>
    internal static IReadOnlyList<string> Checked(IReadOnlyCollection<string> tags, string parameter)
    {
        if (tags.Count == 0) return [];
        var kept = new List<string>(tags.Count);
        foreach (var tag in tags)
        {
            var trimmed = tag?.Trim() ?? "";
            if (ProblemOf(trimmed) is { } problem) throw new ArgumentException($"A tag {problem}.", parameter);
            if (!kept.Contains(trimmed, StringComparer.Ordinal)) kept.Add(trimmed);
        }
        return kept.Count <= MaxCount
            ? [.. kept]
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are {kept.Count} tags, and {MaxCount} are the limit."), parameter);
    }

    private static string? ProblemOf(string tag)
    {
        if (tag.Length == 0) return "must not be empty";
        if (tag.Length > MaxLength)
            return string.Create(CultureInfo.InvariantCulture, $"may have {MaxLength} characters; '{tag.AsSpan(0, 20)}...' has {tag.Length}");
        foreach (var rune in tag.EnumerateRunes())
            if (Rune.IsControl(rune) || rune == Rune.ReplacementChar) return "must not hold control characters or broken ones";
        return null;
    }
}
