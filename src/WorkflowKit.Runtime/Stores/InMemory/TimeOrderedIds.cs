using System.Diagnostics.CodeAnalysis;

namespace WorkflowKit.Stores;

/// <summary>
/// Finds executions by ids that begin with the time (UUIDv7), and has those of one time stand together in the table: what is worked with now is then
/// in the processor's cache, however many lie beside it. Other ids are found as well, only without that.
/// </summary>
internal sealed class TimeOrderedIds : IEqualityComparer<string>
{
    private const int Length = 36;

    // Places in the table for each millisecond: about as many as executions may begin in one.
    private const int PlaceBits = 8;

    public bool Equals(string? x, string? y) => string.Equals(x, y);

    public int GetHashCode([DisallowNull] string obj)
    {
        if (obj.Length != Length) return obj.GetHashCode(StringComparison.Ordinal);
        var time = Digits(obj.AsSpan(6, 2)) << 16 | Digits(obj.AsSpan(9, 4));
        return time << PlaceBits | Digits(obj.AsSpan(15, 3)) & ((1 << PlaceBits) - 1);
    }

    /// <summary>The number that hexadecimal digits of either case stand for; for other characters any number.</summary>
    private static int Digits(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits) number = number << 4 | (digit & 0xF) + (digit >> 6) * 9 & 0xF;
        return number;
    }
}
