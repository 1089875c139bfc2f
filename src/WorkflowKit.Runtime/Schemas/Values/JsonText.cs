using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace WorkflowKit.Schemas.Values;

/// <summary>The characters of a JSON string without making a string of them.</summary>
internal ref struct JsonText
{
    /// <summary>The size of the buffer that callers keep on their stack.</summary>
    public const int BufferSize = 256;

    private char[]? _rented;

    public ReadOnlySpan<char> Span { get; private init; }

    /// <exception cref="InvalidOperationException">The text is not valid Unicode.</exception>
    public static JsonText Read(JsonElement element, Span<char> buffer) => Decode(Content(element), buffer);

    /// <exception cref="InvalidOperationException">The name is not valid Unicode.</exception>
    public static JsonText ReadName(JsonProperty property, Span<char> buffer) => Decode(JsonMarshal.GetRawUtf8PropertyName(property), buffer);

    /// <summary>The length in characters as JSON Schema counts them: Unicode code points.</summary>
    /// <exception cref="InvalidOperationException">The text is not valid Unicode.</exception>
    public static int Count(JsonElement element)
    {
        var json = Content(element);
        if (json.Contains((byte)'\\'))
        {
            using var text = Decode(json, stackalloc char[BufferSize]);
            return text.Span.Length - CountLow(text.Span);
        }

        var count = 0;
        foreach (var unit in json)
            count += (unit & 0xC0) == 0x80 ? 0 : 1;
        return count;
    }

    public void Dispose()
    {
        if (_rented is not null)
            ArrayPool<char>.Shared.Return(_rented);
        _rented = null;
    }

    private static JsonText Decode(ReadOnlySpan<byte> json, Span<char> buffer)
    {
        var rented = json.Length > buffer.Length ? ArrayPool<char>.Shared.Rent(json.Length) : null;
        var target = rented ?? buffer;
        return new() { _rented = rented, Span = target[..Unescape(json, target)] };
    }

    /// <summary>Writes the text and returns its length; the JSON is well-formed, it has been parsed.</summary>
    private static int Unescape(ReadOnlySpan<byte> json, Span<char> target)
    {
        var length = 0;
        while (json.IndexOf((byte)'\\') is >= 0 and var mark)
        {
            length += Encoding.UTF8.GetChars(json[..mark], target[length..]);
            var escape = (char)json[mark + 1];
            target[length++] = escape switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => (char)ushort.Parse(json.Slice(mark + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                _ => escape,
            };
            json = json[(mark + (escape == 'u' ? 6 : 2))..];
            if (escape == 'u' && char.IsSurrogate(target[length - 1]))
                RefuseHalf(target[..length], json);
        }

        return length + Encoding.UTF8.GetChars(json, target[length..]);
    }

    // Half of a surrogate pair is JSON, but no text.
    private static void RefuseHalf(ReadOnlySpan<char> before, ReadOnlySpan<byte> rest)
    {
        var isWhole = char.IsLowSurrogate(before[^1])
            ? before.Length > 1 && char.IsHighSurrogate(before[^2])
            : rest.StartsWith("\\u"u8) && (rest[2] | 0x20) == 'd' && (rest[3] | 0x20) is >= 'c' and <= 'f';
        if (!isWhole)
            throw new InvalidOperationException("Half of a surrogate pair is no text.");
    }

    private static int CountLow(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var unit in text)
            count += char.IsLowSurrogate(unit) ? 1 : 0;
        return count;
    }

    private static ReadOnlySpan<byte> Content(JsonElement element) => JsonMarshal.GetRawUtf8Value(element)[1..^1];
}
