using System.Security.Cryptography;

namespace WorkflowKit.Compilation;

/// <summary>The bytes of one assembly and of its portable PDB. Immutable.</summary>
internal sealed class CompiledImage(byte[] assembly, byte[] symbols)
{
    public byte[] Assembly { get; } = assembly;

    public byte[] Symbols { get; } = symbols;

    /// <summary>SHA-256 over both, 64 lower-case hexadecimal digits: the image's name in the cache.</summary>
    public string Hash { get; } = ComputeHash(assembly, symbols);

    private static string ComputeHash(byte[] assembly, byte[] symbols)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(assembly);
        hash.AppendData(symbols);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
