using System.Text;
using System.Text.Unicode;

namespace WorkflowKit.Registry;

/// <summary>Turns files into text without hiding that they are broken.</summary>
internal static class Utf8Text
{
    /// <summary>Decodes UTF-8. A byte that is none becomes half a surrogate pair, which the reader of definitions reports at its place.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
            return Encoding.UTF8.GetString(bytes);

        var text = new StringBuilder(bytes.Length);
        Span<char> pair = stackalloc char[2];
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out var rune, out var length) == System.Buffers.OperationStatus.Done)
                text.Append(pair[..rune.EncodeToUtf16(pair)]);
            else
                text.Append((char)(0xDC00 + bytes[0]));
            bytes = bytes[length..];
        }

        return text.ToString();
    }
}
