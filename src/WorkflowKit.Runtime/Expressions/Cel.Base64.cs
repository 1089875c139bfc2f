namespace WorkflowKit.Expressions;

public static partial class Cel
{
    /// <summary>The bytes as base64 text, with padding.</summary>
    public static string Base64Encode(ReadOnlyMemory<byte> value)
    {
        Meter.Text(value.Length / 3L * 4);
        return Convert.ToBase64String(value.Span);
    }

    /// <summary>The bytes as base64 text, with padding.</summary>
    public static string Base64Encode(CelValue value) => value.Kind == CelKind.Bytes
        ? Base64Encode(value.Bytes)
        : throw CelErrors.NoOverload("base64.encode()", value, "bytes");

    /// <summary>The bytes of base64 text, with or without padding.</summary>
    public static ReadOnlyMemory<byte> Base64Decode(string value)
    {
        // .NET reads over white space, which is no base64 to CEL.
        if (value.AsSpan().ContainsAny(" \t\r\n"))
            throw CelErrors.Conversion(value, "bytes", "base64 text");
        var missing = value.EndsWith('=') ? 0 : (4 - value.Length % 4) % 4;
        var result = new byte[value.Length / 4 * 3 + 3];
        return Convert.TryFromBase64String(value + new string('=', missing), result, out var length)
            ? result.AsMemory(0, length)
            : throw CelErrors.Conversion(value, "bytes", "base64 text");
    }

    /// <summary>The bytes of base64 text, with or without padding.</summary>
    public static ReadOnlyMemory<byte> Base64Decode(CelValue value) => Base64Decode(Text("base64.decode()", value));
}
