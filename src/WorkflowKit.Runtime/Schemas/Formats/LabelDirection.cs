using System.Globalization;

namespace WorkflowKit.Schemas.Formats;

/// <summary>The rule of RFC 5893 for labels with letters that are written from right to left.</summary>
internal static class LabelDirection
{
    private enum Direction
    {
        Left,
        Right,
        ArabicNumber,
        Number,
        Mark,
        Neutral,
    }

    public static bool IsValid(IReadOnlyList<int> label)
    {
        if (!label.Any(one => Of(one) is Direction.Right or Direction.ArabicNumber))
            return true;
        // Left-to-right letters and right-to-left ones never share a label; so with the latter in it, it must begin with one.
        if (Of(label[0]) != Direction.Right || label.Any(one => Of(one) == Direction.Left))
            return false;
        if (label.Any(one => Of(one) == Direction.Number) && label.Any(one => Of(one) == Direction.ArabicNumber))
            return false;

        return Of(label.Last(one => Of(one) != Direction.Mark)) is Direction.Right or Direction.Number or Direction.ArabicNumber;
    }

    private static Direction Of(int one)
    {
        if (InternationalTables.ArabicNumbers.Contains(one))
            return Direction.ArabicNumber;
        if (one is (>= '0' and <= '9') or (>= 0x06F0 and <= 0x06F9))
            return Direction.Number;

        return CharUnicodeInfo.GetUnicodeCategory(one) switch
        {
            UnicodeCategory.NonSpacingMark => Direction.Mark,
            _ when InternationalTables.RightToLeft.Contains(one) => Direction.Right,
            UnicodeCategory.DashPunctuation or UnicodeCategory.OtherPunctuation or UnicodeCategory.ModifierLetter or UnicodeCategory.Format => Direction.Neutral,
            _ => Direction.Left,
        };
    }
}
