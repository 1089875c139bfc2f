using System.Text.Encodings.Web;

namespace WorkflowKit.Editing.Completion;

/// <summary>Writes text into JSON strings.</summary>
internal static class JsonStrings
{
    /// <summary>The text with its escapes, without quotes.</summary>
    public static string Escape(string text) => JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text);
}
