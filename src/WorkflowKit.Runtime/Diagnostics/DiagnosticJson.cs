using System.Text.Json;

namespace WorkflowKit.Diagnostics;

/// <summary>The JSON form of diagnostics, for editors.</summary>
internal static class DiagnosticJson
{
    public static void Write(Utf8JsonWriter writer, Diagnostic diagnostic)
    {
        writer.WriteStartObject();
        writer.WriteString("code", diagnostic.Code);
        writer.WriteString("severity", diagnostic.Severity.ToString().ToLowerInvariant());
        writer.WriteString("message", diagnostic.Message);
        if (diagnostic.Hint is not null)
            writer.WriteString("hint", diagnostic.Hint);
        writer.WriteString("pointer", diagnostic.Pointer);
        Write(writer, diagnostic.Span);
        if (diagnostic.Fix is not null)
            Write(writer, diagnostic.Fix);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, DiagnosticFix fix)
    {
        writer.WriteStartObject("fix");
        writer.WriteString("title", fix.Title);
        writer.WriteStartArray("edits");
        foreach (var edit in fix.Edits)
        {
            writer.WriteStartObject();
            Write(writer, edit.Span);
            writer.WriteString("newText", edit.NewText);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, SourceSpan span)
    {
        writer.WriteStartObject("span");
        writer.WriteNumber("start", span.Start);
        writer.WriteNumber("length", span.Length);
        writer.WriteNumber("line", span.Line);
        writer.WriteNumber("column", span.Column);
        writer.WriteNumber("endLine", span.EndLine);
        writer.WriteNumber("endColumn", span.EndColumn);
        writer.WriteEndObject();
    }
}
