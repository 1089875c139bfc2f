using System.Globalization;
using System.Text;

namespace WorkflowKit.Schemas.Patterns;

/// <summary>Writes a set of code points as a .NET pattern. .NET matches UTF-16 units, so what lies past U+FFFF becomes surrogate pairs.</summary>
internal static class CodePointSetWriter
{
    private const int FirstSurrogate = 0xD800;
    private const int LastSurrogate = 0xDFFF;
    private const int FirstAstral = 0x10000;

    public static string Write(CodePointSet set)
    {
        var basic = new StringBuilder();
        var pairs = new List<string>();
        foreach (var (first, last) in set.Ranges)
        {
            // Valid text holds no lone surrogate, so a set need not match one.
            AddUnits(basic, first, Math.Min(last, FirstSurrogate - 1));
            AddUnits(basic, Math.Max(first, LastSurrogate + 1), Math.Min(last, FirstAstral - 1));
            AddPairs(pairs, Math.Max(first, FirstAstral), last);
        }

        if (basic.Length > 0)
            pairs.Insert(0, $"[{basic}]");
        return pairs.Count switch
        {
            0 => @"[^\s\S]",
            1 => pairs[0].StartsWith('[') && pairs[0].IndexOf('[', 1) < 0 ? pairs[0] : $"(?:{pairs[0]})",
            _ => $"(?:{string.Join('|', pairs)})",
        };
    }

    private static void AddUnits(StringBuilder units, int first, int last)
    {
        if (first > last)
            return;

        units.Append(Unit(first));
        if (last > first)
            units.Append('-').Append(Unit(last));
    }

    private static void AddPairs(List<string> pairs, int first, int last)
    {
        while (first <= last)
        {
            var (high, low) = Split(first);
            var (lastHigh, lastLow) = Split(last);
            if (high == lastHigh)
            {
                pairs.Add($"{Unit(high)}[{Unit(low)}-{Unit(lastLow)}]");
                return;
            }

            if (low != 0xDC00)
            {
                pairs.Add($"{Unit(high)}[{Unit(low)}-\\uDFFF]");
                first = Join(high + 1);
                continue;
            }

            var fullHigh = lastLow == 0xDFFF ? lastHigh : lastHigh - 1;
            pairs.Add($"[{Unit(high)}-{Unit(fullHigh)}][\\uDC00-\\uDFFF]");
            first = Join(fullHigh + 1);
        }
    }

    private static (int High, int Low) Split(int codePoint) =>
        (0xD800 + ((codePoint - FirstAstral) >> 10), 0xDC00 + ((codePoint - FirstAstral) & 0x3FF));

    private static int Join(int high) => FirstAstral + ((high - 0xD800) << 10);

    private static string Unit(int unit) => string.Create(CultureInfo.InvariantCulture, $"\\u{unit:X4}");
}
