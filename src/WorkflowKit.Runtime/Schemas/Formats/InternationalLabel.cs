using System.Globalization;
using System.Text;

namespace WorkflowKit.Schemas.Formats;

/// <summary>The rules of IDNA 2008 (RFC 5891 to 5893) for one label: which code points it may hold, in which company and direction.</summary>
internal static class InternationalLabel
{
    private const string ValidByException = "\u00DF\u03C2\u06FD\u06FE\u0F0B\u3007";
    private const string DisallowedByException = "\u0640\u07FA\u302E\u302F\u3031\u3032\u3033\u3034\u3035\u303B";

    public static bool IsValid(IReadOnlyList<int> label)
    {
        if (label.Count == 0 || label[0] == '-' || label[^1] == '-' || IsMark(label[0]))
            return false;
        if (label.Count >= 4 && label[2] == '-' && label[3] == '-')
            return false;

        for (var i = 0; i < label.Count; i++)
        {
            if (!IsAllowed(label, i))
                return false;
        }

        return IsComposed(label) && LabelDirection.IsValid(label);
    }

    private static bool IsAllowed(IReadOnlyList<int> label, int index)
    {
        var one = label[index];
        var before = index > 0 ? label[index - 1] : -1;
        var after = index + 1 < label.Count ? label[index + 1] : -1;
        return one switch
        {
            '-' => true,
            0x00B7 => before == 'l' && after == 'l',
            0x0375 => IsGreek(after),
            0x05F3 or 0x05F4 => IsHebrew(before),
            0x30FB => label.Any(IsKanaOrHan),
            >= 0x0660 and <= 0x0669 => !label.Any(other => other is >= 0x06F0 and <= 0x06F9),
            >= 0x06F0 and <= 0x06F9 => !label.Any(other => other is >= 0x0660 and <= 0x0669),
            0x200C => InternationalTables.Viramas.Contains(before) || Joins(label, index),
            0x200D => InternationalTables.Viramas.Contains(before),
            _ => Contains(ValidByException, one) || (!Contains(DisallowedByException, one) && IsLetterOrDigit(one)),
        };
    }

    /// <summary>Whether a non-joiner stands between two letters that would join without it; marks between do not matter.</summary>
    private static bool Joins(IReadOnlyList<int> label, int index)
    {
        var (left, right) = (index - 1, index + 1);
        while (left >= 0 && IsTransparent(label[left]))
            left--;
        while (right < label.Count && IsTransparent(label[right]))
            right++;

        return left >= 0 && right < label.Count && InternationalTables.JoiningAfter.Contains(label[left])
            && (InternationalTables.JoiningAfter.Contains(label[right]) || InternationalTables.JoiningBefore.Contains(label[right]));
    }

    private static bool IsTransparent(int one) =>
        Rune.IsValid(one) && CharUnicodeInfo.GetUnicodeCategory(one) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static bool IsLetterOrDigit(int one) => Rune.IsValid(one) && !IsInIgnoredBlock(one) && !InternationalTables.Ignorable.Contains(one)
        && CharUnicodeInfo.GetUnicodeCategory(one)
            is UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber
        && !InternationalTables.Unstable.Contains(one);

    private static bool IsComposed(IReadOnlyList<int> label)
    {
        var text = new StringBuilder();
        foreach (var one in label)
            text.Append(new Rune(one).ToString());
        return text.ToString().IsNormalized(NormalizationForm.FormC);
    }

    /// <summary>Combining marks for symbols, musical symbols, and the old jamo, which compose Hangul anew.</summary>
    private static bool IsInIgnoredBlock(int one) => one
        is (>= 0x20D0 and <= 0x20FF) or (>= 0x1D100 and <= 0x1D1FF) or (>= 0x1D200 and <= 0x1D24F)
        or (>= 0x1100 and <= 0x11FF) or (>= 0xA960 and <= 0xA97F) or (>= 0xD7B0 and <= 0xD7FF);

    private static bool IsMark(int one) => Rune.IsValid(one) && CharUnicodeInfo.GetUnicodeCategory(one)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsGreek(int one) => one is (>= 0x0370 and <= 0x03FF) or (>= 0x1F00 and <= 0x1FFF);

    private static bool IsHebrew(int one) => one is (>= 0x0590 and <= 0x05FF) or (>= 0xFB1D and <= 0xFB4F);

    private static bool IsKanaOrHan(int one) => one
        is (>= 0x3041 and <= 0x3096) or (>= 0x309D and <= 0x309F)
        or (>= 0x30A1 and <= 0x30FA) or (>= 0x30FD and <= 0x30FF) or (>= 0x31F0 and <= 0x31FF)
        or 0x3005 or 0x3007 or (>= 0x3021 and <= 0x3029) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    private static bool Contains(string list, int one) => one is >= 0 and <= char.MaxValue && list.Contains((char)one, StringComparison.Ordinal);
}
