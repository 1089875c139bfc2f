using System.Text;
using System.Text.Json;
using WorkflowKit.Definitions;

namespace WorkflowKit.Registry;

/// <summary>Ids, hashes and file names of definitions.</summary>
internal static class DefinitionId
{
    private static readonly JsonReaderOptions Options = new() { CommentHandling = JsonCommentHandling.Skip };

    public static bool IsLegal(string workflowId) => Names.IsWorkflowId(workflowId);

    public static bool IsHash(string hash) => hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower);

    public static void ThrowIfIllegal(string workflowId)
    {
        ArgumentNullException.ThrowIfNull(workflowId);
        if (!IsLegal(workflowId))
            throw new ArgumentException($"'{DefinitionDiagnostics.Shorten(workflowId)}' cannot be a workflow's id: use {Names.WorkflowRule}.", nameof(workflowId));
    }

    /// <summary>Gives a text the name that its own <c>id</c> asks for, without reading all of it.</summary>
    public static SourceText Name(string text) => new(text, Peek(text, "id") is { } id && IsLegal(id) ? id + Names.DefinitionFileSuffix : "workflow.json");

    /// <summary>The name that a text gives its workflow, as far as the text can be read up to there.</summary>
    public static string? NameIn(string text) => Peek(text, "name");

    private static string? Peek(string text, string member)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF')), Options);
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.PropertyName)
                    continue;
                if (reader.ValueTextEquals(member))
                    return reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                reader.Skip();
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The reading proper will say what is wrong.
        }

        return null;
    }
}
