using WorkflowKit.CelTypes;

namespace WorkflowKit.CelChecking;

/// <summary>Reads a type as signatures write it: <c>list(A)</c>, <c>map(K, V)</c>, <c>optional(dyn)</c>.</summary>
internal static class SignatureType
{
    public static CelType Parse(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
            return Simple(text);
        var inner = text[(open + 1)..^1];
        return text[..open] switch
        {
            "list" => CelType.ListOf(Parse(inner)),
            "optional" => CelType.OptionalOf(Parse(inner)),
            "map" => CelType.MapOf(Parse(inner[..inner.IndexOf(',', StringComparison.Ordinal)]), Parse(inner[(inner.IndexOf(',', StringComparison.Ordinal) + 1)..].Trim())),
            var other => throw new ArgumentException($"Unknown type {other} in a signature.", nameof(text)),
        };
    }

    private static CelType Simple(string name) => name switch
    {
        "dyn" => CelType.Dyn,
        "null" => CelType.Null,
        "bool" => CelType.Bool,
        "int" => CelType.Int,
        "uint" => CelType.UInt,
        "double" => CelType.Double,
        "string" => CelType.String,
        "bytes" => CelType.Bytes,
        "timestamp" => CelType.Timestamp,
        "duration" => CelType.Duration,
        "type" => CelType.Type,
        ['A' or 'B' or 'K' or 'V'] => new TypeParameter(name),
        _ => throw new ArgumentException($"Unknown type {name} in a signature.", nameof(name)),
    };
}
