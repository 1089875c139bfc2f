using System.Globalization;

namespace WorkflowKit.Schemas.Formats;

/// <summary>A set of code points that is written as ranges: <c>590 5BE 5C0-5C3</c>. Immutable.</summary>
internal sealed class CodePointRanges
{
    private readonly int[] _first;
    private readonly int[] _last;

    public CodePointRanges(string ranges)
    {
        var all = ranges.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(range => range.Split('-')).ToList();
        _first = [.. all.Select(range => Hex(range[0]))];
        _last = [.. all.Select(range => Hex(range[^1]))];
    }

    public bool Contains(int codePoint)
    {
        var index = Array.BinarySearch(_first, codePoint);
        return index >= 0 || (~index > 0 && codePoint <= _last[~index - 1]);
    }

    private static int Hex(string text) => int.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
