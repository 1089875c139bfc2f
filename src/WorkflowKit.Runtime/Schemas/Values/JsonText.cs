using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace WorkflowKit.Schemas.Values;

/// <summary>The characters of a JSON string without making a string of them, unless it holds escapes.</summary>
internal ref struct JsonText
{
    /// <summary>The size of the buffer that callers keep on their stack.</summary>
    public const int BufferSize = 256;

    private char[]? _rented;

    public ReadOnlySpan<char> Span { get; private init; }

    public static JsonText Read(JsonElement element, Span<char> buffer)
    {
        var json = Content(element);
        if (json.Contains((byte)'\\'))
            return new() { Span = element.GetString() };

        return Decode(json, buffer);
    }

    public static JsonText ReadName(JsonProperty property, Span<char> buffer)
    {
        var json = JsonMarshal.GetRawUtf8PropertyName(property);
        return json.Contains((byte)'\\') ? new() { Span = property.Name } : Decode(json, buffer);
    }

    /// <summary>The length in characters as JSON Schema counts them: Unicode code points.</summary>
    public static int Count(JsonElement element)
    {
        var json = Content(element);
        var count = 0;
        if (json.Contains((byte)'\\'))
        {
            foreach (var _ in element.GetString()!.EnumerateRunes())
                count++;
        }
        else
        {
            foreach (var unit in json)
                count += (unit & 0xC0) == 0x80 ? 0 : 1;
        }

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
        var length = Encoding.UTF8.GetChars(json, target);
        return new() { _rented = rented, Span = target[..length] };
    }

    private static ReadOnlySpan<byte> Content(JsonElement element) => JsonMarshal.GetRawUtf8Value(element)[1..^1];
}
