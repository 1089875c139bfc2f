using System.Text.RegularExpressions;

namespace WorkflowKit.Definitions;

/// <summary>Timestamps as people write them elsewhere: <c>2026-01-31</c>, <c>2026-01-31 08:00:00Z</c>.</summary>
internal static partial class TimestampGuess
{
    /// <summary>Whether a text that may also be an expression is meant as a date: as an expression it would be a subtraction.</summary>
    public static bool Looks(string text) => Date().IsMatch(text);

    /// <summary>The RFC 3339 timestamp that is meant; <see langword="null"/> where that is not certain: nobody can tell a time zone.</summary>
    public static string? Of(string text)
    {
        var trimmed = text.Trim();
        if (!Looks(trimmed))
            return null;
        // A day begins at midnight, and a blank may stand for the T.
        var guess = trimmed.Length == 10 ? trimmed + "T00:00:00Z" : $"{trimmed[..10]}T{trimmed[11..].Replace(" ", "", StringComparison.Ordinal)}";
        return guess != text && Timestamps.TryRead(guess, out _) ? guess : null;
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d(\z|[ T]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Date();
}
