using System.Collections.Concurrent;
using System.Globalization;
using static System.Globalization.UnicodeCategory;

namespace WorkflowKit.Schemas.Patterns;

/// <summary>The general categories of Unicode by their short and long names, as <c>\p{...}</c> takes them.</summary>
internal static class UnicodeCategories
{
    private static readonly Dictionary<string, UnicodeCategory[]> ByName = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, CodePointSet> Sets = new(StringComparer.Ordinal);

    static UnicodeCategories()
    {
        Add([UppercaseLetter], "Lu", "Uppercase_Letter");
        Add([LowercaseLetter], "Ll", "Lowercase_Letter");
        Add([TitlecaseLetter], "Lt", "Titlecase_Letter");
        Add([UppercaseLetter, LowercaseLetter, TitlecaseLetter], "LC", "Cased_Letter");
        Add([ModifierLetter], "Lm", "Modifier_Letter");
        Add([OtherLetter], "Lo", "Other_Letter");
        Add([UppercaseLetter, LowercaseLetter, TitlecaseLetter, ModifierLetter, OtherLetter], "L", "Letter");
        Add([NonSpacingMark], "Mn", "Nonspacing_Mark");
        Add([SpacingCombiningMark], "Mc", "Spacing_Mark");
        Add([EnclosingMark], "Me", "Enclosing_Mark");
        Add([NonSpacingMark, SpacingCombiningMark, EnclosingMark], "M", "Mark", "Combining_Mark");
        Add([DecimalDigitNumber], "Nd", "Decimal_Number", "digit");
        Add([LetterNumber], "Nl", "Letter_Number");
        Add([OtherNumber], "No", "Other_Number");
        Add([DecimalDigitNumber, LetterNumber, OtherNumber], "N", "Number");
        Add([ConnectorPunctuation], "Pc", "Connector_Punctuation");
        Add([DashPunctuation], "Pd", "Dash_Punctuation");
        Add([OpenPunctuation], "Ps", "Open_Punctuation");
        Add([ClosePunctuation], "Pe", "Close_Punctuation");
        Add([InitialQuotePunctuation], "Pi", "Initial_Punctuation");
        Add([FinalQuotePunctuation], "Pf", "Final_Punctuation");
        Add([OtherPunctuation], "Po", "Other_Punctuation");
        Add(
            [
                ConnectorPunctuation, DashPunctuation, OpenPunctuation, ClosePunctuation, InitialQuotePunctuation, FinalQuotePunctuation,
                OtherPunctuation,
            ],
            "P", "Punctuation", "punct");
        Add([MathSymbol], "Sm", "Math_Symbol");
        Add([CurrencySymbol], "Sc", "Currency_Symbol");
        Add([ModifierSymbol], "Sk", "Modifier_Symbol");
        Add([OtherSymbol], "So", "Other_Symbol");
        Add([MathSymbol, CurrencySymbol, ModifierSymbol, OtherSymbol], "S", "Symbol");
        Add([SpaceSeparator], "Zs", "Space_Separator");
        Add([LineSeparator], "Zl", "Line_Separator");
        Add([ParagraphSeparator], "Zp", "Paragraph_Separator");
        Add([SpaceSeparator, LineSeparator, ParagraphSeparator], "Z", "Separator");
        Add([Control], "Cc", "Control", "cntrl");
        Add([Format], "Cf", "Format");
        Add([Surrogate], "Cs", "Surrogate");
        Add([PrivateUse], "Co", "Private_Use");
        Add([OtherNotAssigned], "Cn", "Unassigned");
        Add([Control, Format, Surrogate, PrivateUse, OtherNotAssigned], "C", "Other");
    }

    /// <summary>The code points of a property, or <see langword="null"/> for a property that is not known.</summary>
    public static CodePointSet? Find(string property) => property switch
    {
        "Any" => CodePointSet.All,
        "ASCII" => CodePointSet.Of((0, 0x7F)),
        "Assigned" => Find("Cn")!.Complement(),
        _ => FindCategory(property),
    };

    /// <summary>The code points of a general category, or <see langword="null"/> where there is none of that name.</summary>
    public static CodePointSet? FindCategory(string name) => ByName.ContainsKey(name) ? Sets.GetOrAdd(name, Collect) : null;

    private static CodePointSet Collect(string name)
    {
        var categories = ByName[name];
        var ranges = new List<(int, int)>();
        var start = -1;
        for (var codePoint = 0; codePoint <= CodePointSet.Last; codePoint++)
        {
            var contained = categories.Contains(CharUnicodeInfo.GetUnicodeCategory(codePoint));
            if (contained && start < 0)
            {
                start = codePoint;
            }
            else if (!contained && start >= 0)
            {
                ranges.Add((start, codePoint - 1));
                start = -1;
            }
        }

        if (start >= 0)
            ranges.Add((start, CodePointSet.Last));
        return CodePointSet.Of(ranges);
    }

    private static void Add(UnicodeCategory[] categories, params string[] names)
    {
        foreach (var name in names)
            ByName.Add(name, categories);
    }
}
