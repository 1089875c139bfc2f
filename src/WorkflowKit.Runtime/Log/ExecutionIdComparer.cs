using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace WorkflowKit.Log;

/// <summary>Tells execution ids apart by their letters. It hashes only their ends: those of the engine are random there, and any others are merely found more slowly.</summary>
internal sealed class ExecutionIdComparer : IEqualityComparer<string>
{
    private const int HashedLetters = 8;

    internal static readonly ExecutionIdComparer Instance = new();

    private ExecutionIdComparer() { }

    public bool Equals(string? x, string? y) => string.Equals(x, y);

    public int GetHashCode([DisallowNull] string obj)
    {
        if (obj.Length < HashedLetters) return obj.GetHashCode(StringComparison.Ordinal);
        var end = MemoryMarshal.Cast<char, ulong>(obj.AsSpan(obj.Length - HashedLetters));
        return HashCode.Combine(end[0], end[1]);
    }
}
