using System.Globalization;
using System.Text;

namespace WorkflowKit.Schemas.Formats;

/// <summary>The rules of IDNA 2008 (RFC 5891, 5892) for one label: which code points it may hold, and in which company.</summary>
internal static class InternationalLabel
{
    private const string ValidThoughNoLetter = "\u00DF\u03C2\u06FD\u06FE\u0F0B\u3007";
    private const string Disallowed = "\u0640\u07FA\u302E\u302F\u3031\u3032\u3033\u3034\u3035\u303B";
    private const string Viramas =
        "\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D3B\u0D3C\u0D4D\u0DCA\u0E3A\u0EBA\u0F84\u1039\u103A\u1714\u1715\u1734\u17D2"
        + "\u1A60\u1B44\u1BAA\u1BAB\u1BF2\u1BF3\u2D7F\uA806\uA82C\uA8C4\uA953\uA9C0\uAAF6\uABED";

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

        return true;
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
            0x200C => IsVirama(before) || (IsArabic(before) && IsArabic(after)),
            0x200D => IsVirama(before),
            _ => Contains(ValidThoughNoLetter, one) || (!Contains(Disallowed, one) && IsLetterOrDigit(one)),
        };
    }

    private static bool IsLetterOrDigit(int one) => Rune.IsValid(one) && CharUnicodeInfo.GetUnicodeCategory(one) switch
    {
        UnicodeCategory.UppercaseLetter => one < 0x80,
        UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter => true,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber => true,
        _ => false,
    };

    private static bool IsMark(int one) => Rune.IsValid(one) && CharUnicodeInfo.GetUnicodeCategory(one)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsGreek(int one) => one is (>= 0x0370 and <= 0x03FF) or (>= 0x1F00 and <= 0x1FFF);

    private static bool IsHebrew(int one) => one is (>= 0x0590 and <= 0x05FF) or (>= 0xFB1D and <= 0xFB4F);

    private static bool IsArabic(int one) => one is (>= 0x0620 and <= 0x06FF) or (>= 0x0750 and <= 0x077F) or (>= 0x08A0 and <= 0x08FF);

    private static bool IsKanaOrHan(int one) => one
        is (>= 0x3041 and <= 0x3096) or (>= 0x309D and <= 0x309F)
        or (>= 0x30A1 and <= 0x30FA) or (>= 0x30FD and <= 0x30FF) or (>= 0x31F0 and <= 0x31FF)
        or 0x3005 or 0x3007 or (>= 0x3021 and <= 0x3029) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    private static bool IsVirama(int one) => Contains(Viramas, one);

    private static bool Contains(string list, int one) => one is >= 0 and <= char.MaxValue && list.Contains((char)one, StringComparison.Ordinal);
}
