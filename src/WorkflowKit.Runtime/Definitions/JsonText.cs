using System.Text.Encodings.Web;

namespace WorkflowKit.Definitions;

/// <summary>Texts as they stand in JSON.</summary>
internal static class JsonText
{
    /// <summary>The characters of a text as they stand between quotes.</summary>
    public static string Escape(string text) => JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text);

    /// <summary>The text as a JSON string.</summary>
    public static string Quote(string text) => $"\"{Escape(text)}\"";
}
