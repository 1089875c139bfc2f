using System.Globalization;
using System.Text;

namespace WorkflowKit.Definitions;

/// <summary>How many cells characters take on a screen with letters of one width.</summary>
internal static class TextCells
{
    private const int TabWidth = 4;

    // East Asian wide and full-width characters, and emoji.
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x231A, 0x231B), (0x23E9, 0x23EC), (0x25FD, 0x25FE), (0x2614, 0x2615), (0x2648, 0x2653), (0x26AA, 0x26AB), (0x26BD, 0x26BE),
        (0x2705, 0x2705), (0x270A, 0x270B), (0x2728, 0x2728), (0x274C, 0x274C), (0x2753, 0x2755), (0x2795, 0x2797), (0x2B1B, 0x2B1C), (0x2B50, 0x2B50),
        (0x2E80, 0x303E), (0x3041, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA000, 0xA4CF), (0xA960, 0xA97F), (0xAC00, 0xD7A3), (0xF900, 0xFAFF),
        (0xFE30, 0xFE6F), (0xFF00, 0xFF60), (0xFFE0, 0xFFE6), (0x16FE0, 0x18AFF), (0x1B000, 0x1B2FF), (0x1F004, 0x1F004), (0x1F0CF, 0x1F0CF),
        (0x1F18E, 0x1F18E), (0x1F191, 0x1F19A), (0x1F200, 0x1F320), (0x1F32D, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F7E0, 0x1F7EB), (0x1F900, 0x1FAFF),
        (0x20000, 0x3FFFD),
    ];

    /// <summary>The first character of a text: what is shown for it, the cells that takes, and its length in UTF-16 code units.</summary>
    /// <param name="text">The text; not empty.</param>
    /// <param name="cell">The cell in which it begins, for tabs.</param>
    /// <param name="shown">What is shown.</param>
    /// <param name="width">Its cells.</param>
    /// <param name="length">The length of the character in the text.</param>
    public static void Read(ReadOnlySpan<char> text, int cell, out string shown, out int width, out int length)
    {
        if (Rune.DecodeFromUtf16(text, out var rune, out length) != System.Buffers.OperationStatus.Done)
            rune = Rune.ReplacementChar;
        (shown, width) = rune.Value == '\t' ? (new string(' ', TabWidth - cell % TabWidth), TabWidth - cell % TabWidth) : Rune.GetUnicodeCategory(rune) switch
        {
            // What would break the line, or turn its direction, must not reach the screen.
            UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => (" ", 1),
            UnicodeCategory.Format when rune.Value is not 0x200D => (" ", 1),
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => (rune.ToString(), 0),
            _ => (rune.ToString(), IsWide(rune.Value) ? 2 : 1),
        };
    }

    private static bool IsWide(int value) => value >= Wide[0].First && Array.Exists(Wide, range => value >= range.First && value <= range.Last);
}
