namespace WorkflowKit.Schemas.Formats;

/// <summary>Durations as the grammar of RFC 3339, appendix A, has them: neighbouring units only, no fractions, weeks alone.</summary>
internal static class DurationFormat
{
    public static bool IsDuration(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[0] != 'P')
            return false;

        var date = text[1..];
        if (date[^1] == 'W')
            return date.Length > 1 && date[..^1].IndexOfAnyExceptInRange('0', '9') < 0;

        var mark = date.IndexOf('T');
        if (mark < 0)
            return IsUnits(date, "YMD");

        return (mark == 0 || IsUnits(date[..mark], "YMD")) && IsUnits(date[(mark + 1)..], "HMS");
    }

    private static bool IsUnits(ReadOnlySpan<char> text, ReadOnlySpan<char> units)
    {
        var last = -1;
        while (text.Length > 0)
        {
            var digits = text.IndexOfAnyExceptInRange('0', '9');
            if (digits < 1)
                return false;

            var unit = units.IndexOf(text[digits]);
            if (unit < 0 || (last >= 0 && unit != last + 1))
                return false;

            last = unit;
            text = text[(digits + 1)..];
        }

        return last >= 0;
    }
}
