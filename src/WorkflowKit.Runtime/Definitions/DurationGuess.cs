using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace WorkflowKit.Definitions;

/// <summary>Durations as people write them elsewhere: <c>30s</c>, <c>5 minutes</c>, <c>1h30m</c>, <c>P30S</c>, <c>00:05:00</c>.</summary>
internal static partial class DurationGuess
{
    private const int LongestText = 40;
    private const string Units = "WDHMS";

    /// <summary>The ISO-8601 duration that is meant; <see langword="null"/> where that is not certain.</summary>
    public static string? Of(string text)
    {
        var written = text;
        text = text.Trim();
        if (text.Length is 0 or > LongestText)
            return null;

        var guess = Clock().IsMatch(text) && TimeSpan.TryParseExact(text, ["hh\\:mm\\:ss", "d\\.hh\\:mm\\:ss"], CultureInfo.InvariantCulture, out var time)
            ? Write([(time.Days.ToString(CultureInfo.InvariantCulture), 'D'), (Number(time.Hours), 'H'), (Number(time.Minutes), 'M'), (Number(time.Seconds), 'S')])
            : Parts().Match(text) is { Success: true } match ? Read(match) : null;
        return guess is not null && guess != written && IsoDuration.Read(guess, out _) is null ? guess : null;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Read(Match match)
    {
        var parts = new List<(string Number, char Unit)>();
        foreach (var (number, word) in match.Groups["number"].Captures.Zip(match.Groups["unit"].Captures))
        {
            var digits = number.Value.Replace(',', '.');
            if (word.Value.ToLowerInvariant() is "ms" or "millis" or "milliseconds")
            {
                if (match.Groups["unit"].Captures.Count > 1 || !decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var milliseconds))
                    return null;
                parts.Add(((milliseconds / 1000m).ToString("0.#######", CultureInfo.InvariantCulture), 'S'));
                continue;
            }

            parts.Add((digits, char.ToUpperInvariant(word.Value[0])));
        }

        // With a `P` and no smaller unit before it, an M may be months.
        var isIso = match.Groups["iso"].Length > 0 && !match.Groups["iso"].Value.Contains('T', StringComparison.OrdinalIgnoreCase);
        if (isIso && parts.FindIndex(part => part.Unit == 'M') is var month and >= 0 && !parts.Take(month).Any(part => part.Unit == 'H'))
            return null;
        return Write(parts);
    }

    private static string Write(List<(string Number, char Unit)> parts)
    {
        var text = new StringBuilder("P");
        var isTime = false;
        foreach (var (number, unit) in parts.Where(part => part.Number.Trim('0', '.').Length > 0).OrderBy(part => Units.IndexOf(part.Unit, StringComparison.Ordinal)))
        {
            if (unit is 'H' or 'M' or 'S' && !isTime)
            {
                text.Append('T');
                isTime = true;
            }

            text.Append(number).Append(unit);
        }

        return text.Length == 1 ? "PT0S" : text.ToString();
    }

    [GeneratedRegex(@"^(\d{1,5}\.)?\d\d:\d\d:\d\d\z", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex(
        @"^(?<iso>PT?|T)?(?:\s*T?(?<number>\d{1,9}(?:[.,]\d{1,7})?)\s*(?<unit>weeks?|w|days?|d|hours?|hrs?|h|milliseconds|millis|ms|minutes?|mins?|m|seconds?|secs?|s)(?:\s|and|,)*)+\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Parts();
}
