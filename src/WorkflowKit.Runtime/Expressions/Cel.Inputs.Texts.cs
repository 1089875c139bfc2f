namespace WorkflowKit.Expressions;

public static partial class Cel
{
    /// <summary>A string; timestamps, durations and bytes become the text that JSON has for them.</summary>
    public static string ToText(CelValue value, string path)
    {
        value = Present(value);
        return value.Kind switch
        {
            CelKind.String => value.Text,
            CelKind.Timestamp => value.ToString(),
            CelKind.Duration => TimeText.WriteIso(value.Duration),
            CelKind.Bytes => Base64Encode(value.Bytes),
            _ => throw CelErrors.Mismatch(path, "text", value),
        };
    }

    /// <summary>A char, from a text of just one.</summary>
    public static char ToChar(CelValue value, string path)
        => ToText(value, path) is [var only] ? only : throw CelErrors.Mismatch(path, "text of one character", value);

    /// <summary>A Guid, from its text.</summary>
    public static Guid ToGuid(CelValue value, string path)
        => Guid.TryParse(ToText(value, path), out var result) ? result : throw CelErrors.Mismatch(path, "a GUID", value);

    /// <summary>A Uri, absolute or relative, from its text.</summary>
    public static Uri ToUri(CelValue value, string path)
        => Uri.TryCreate(ToText(value, path), UriKind.RelativeOrAbsolute, out var result) ? result : throw CelErrors.Mismatch(path, "a URI", value);

    /// <summary>Bytes, from bytes or base64 text.</summary>
    public static byte[] ToByteArray(CelValue value, string path)
    {
        value = Present(value);
        try
        {
            return value.Kind == CelKind.Bytes ? value.Bytes.ToArray() : Base64Decode(ToText(value, path)).ToArray();
        }
        catch (CelException error) when (error.Kind == CelErrorKind.Conversion)
        {
            throw CelErrors.Mismatch(path, "bytes or base64 text", value);
        }
    }

    /// <summary>A member of an enum, by its name; upper and lower case do not matter.</summary>
    public static TEnum ToEnum<TEnum>(CelValue value, string path) where TEnum : struct, Enum
    {
        value = Present(value);
        var names = Enum.GetNames<TEnum>();
        var name = value.Kind == CelKind.String ? Array.Find(names, one => one.Equals(value.Text, StringComparison.OrdinalIgnoreCase)) : null;
        return name is not null
            ? Enum.Parse<TEnum>(name)
            : throw CelErrors.Mismatch(path, $"one of {string.Join(", ", names.Select(static one => $"'{one}'"))}", value);
    }
}
