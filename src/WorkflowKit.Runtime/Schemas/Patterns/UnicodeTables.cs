using System.Collections.Frozen;
using System.Globalization;

namespace WorkflowKit.Schemas.Patterns;

/// <summary>Sets of code points that .NET does not know: scripts and binary properties.</summary>
internal static partial class UnicodeTables
{
    /// <summary>What ECMA-262 allows besides; such a pattern is valid, and cannot be matched here.</summary>
    private static readonly FrozenSet<string> Unknown = FrozenSet.Create(
        StringComparer.Ordinal,
        "Bidi_Control", "Bidi_C", "Bidi_Mirrored", "Bidi_M", "Case_Ignorable", "CI", "Cased", "Changes_When_Casefolded", "CWCF", "Changes_When_Casemapped",
        "CWCM", "Changes_When_Lowercased", "CWL", "Changes_When_NFKC_Casefolded", "CWKCF", "Changes_When_Titlecased", "CWT", "Changes_When_Uppercased",
        "CWU", "Default_Ignorable_Code_Point", "DI", "Deprecated", "Dep", "Diacritic", "Dia", "Emoji_Component", "EComp", "Emoji_Modifier_Base", "EBase",
        "Extender", "Ext", "Grapheme_Base", "Gr_Base", "Grapheme_Extend", "Gr_Ext", "IDS_Binary_Operator", "IDSB", "IDS_Trinary_Operator", "IDST",
        "ID_Continue", "IDC", "ID_Start", "IDS", "Join_Control", "Join_C", "Logical_Order_Exception", "LOE", "Math", "Noncharacter_Code_Point", "NChar",
        "Pattern_Syntax", "Pat_Syn", "Pattern_White_Space", "Pat_WS", "Quotation_Mark", "QMark", "Radical", "Regional_Indicator", "RI",
        "Sentence_Terminal", "STerm", "Soft_Dotted", "SD", "Terminal_Punctuation", "Term", "Unified_Ideograph", "UIdeo", "Variation_Selector", "VS",
        "XID_Continue", "XIDC", "XID_Start", "XIDS");

    private static readonly Lazy<FrozenDictionary<string, string>> ScriptRanges = new(() => Read(Scripts));
    private static readonly Lazy<FrozenDictionary<string, string>> PropertyRanges = new(() => Read(Properties));

    /// <summary>The code points of a script by its long or short name; <see langword="null"/> where there is none.</summary>
    public static CodePointSet? FindScript(string name) => Find(ScriptRanges.Value, name);

    /// <summary>The code points with a binary property; <see langword="null"/> where it is not known.</summary>
    public static CodePointSet? FindProperty(string name) => name switch
    {
        "Alphabetic" or "Alpha" => Union("Other_Alphabetic", "L", "Nl"),
        "Lowercase" or "Lower" => Union("Other_Lowercase", "Ll"),
        "Uppercase" or "Upper" => Union("Other_Uppercase", "Lu"),
        _ when name.StartsWith("Other_", StringComparison.Ordinal) => null,
        _ => Find(PropertyRanges.Value, name),
    };

    /// <summary>Whether it is a property that patterns may name although it cannot be matched here.</summary>
    public static bool IsUnknown(string name) => Unknown.Contains(name);

    private static CodePointSet Union(string table, params string[] categories)
    {
        List<(int, int)> ranges = [.. Find(PropertyRanges.Value, table)!.Ranges];
        foreach (var category in categories)
            ranges.AddRange(UnicodeCategories.Find(category)!.Ranges);
        return CodePointSet.Of(ranges);
    }

    private static CodePointSet? Find(FrozenDictionary<string, string> table, string name) =>
        table.TryGetValue(name, out var ranges) ? CodePointSet.Of(ranges.Split(' ').Select(Range)) : null;

    private static (int First, int Last) Range(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        return dash < 0 ? (Hex(text), Hex(text)) : (Hex(text.AsSpan(0, dash)), Hex(text.AsSpan(dash + 1)));
    }

    private static int Hex(ReadOnlySpan<char> text) => int.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    /// <summary>Each entry is its names, a colon and its ranges; an indented line goes on with the one before.</summary>
    private static FrozenDictionary<string, string> Read(string table)
    {
        var entries = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in table.ReplaceLineEndings("\n").Replace("\n  ", " ", StringComparison.Ordinal).Split('\n'))
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            foreach (var name in line[..colon].Split(' '))
                entries.Add(name, line[(colon + 2)..]);
        }

        return entries.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
