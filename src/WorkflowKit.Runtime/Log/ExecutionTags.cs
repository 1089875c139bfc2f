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
    internal static IReadOnlyList<string> Checked(IReadOnlyCollection<string> tags, string parameter) =>
        Check(tags, out var kept) is { } problem ? throw new ArgumentException(problem, parameter) : kept;

    /// <summary>The same for whoever has a way of their own to tell what is wrong.</summary>
    /// <param name="tags">The tags as they were given.</param>
    /// <param name="kept">The tags without the blanks around them and without those that stand twice, in their order.</param>
    /// <returns>What is wrong, as a sentence; <see langword="null"/>: nothing.</returns>
    internal static string? Check(IReadOnlyCollection<string> tags, out IReadOnlyList<string> kept)
    {
        kept = [];
        if (tags.Count == 0) return null;
        var different = new List<string>(Math.Min(tags.Count, MaxCount));
        foreach (var tag in tags)
        {
            var trimmed = tag?.Trim() ?? "";
            if (ProblemOf(trimmed) is { } problem) return $"A tag {problem}.";
            if (different.Contains(trimmed, StringComparer.Ordinal)) continue;
            if (different.Count == MaxCount) return string.Create(CultureInfo.InvariantCulture, $"There are {MaxCount + 1} tags or more, and {MaxCount} are the limit.");
            different.Add(trimmed);
        }
        kept = [.. different];
        return null;
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
