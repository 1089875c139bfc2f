using System.Text.Json;

namespace WorkflowKit.Sample.Terminal;

/// <summary>JSON for a narrow column.</summary>
internal static class Json
{
    private const int Width = 60;

    public static string Shorten(JsonElement? value)
    {
        if (value is not { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } known)
            return "";
        var text = known.GetRawText().ReplaceLineEndings(" ");
        return text.Length <= Width ? text : string.Concat(text.AsSpan(0, Width - 1), "…");
    }
}
