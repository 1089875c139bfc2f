using System.Text.Json;
using WorkflowKit.Definitions;

namespace WorkflowKit.AspNetCore.Definitions;

/// <summary>What executions are started with, as a schema for forms.</summary>
internal static class InputSchemas
{
    // As deep as definitions may be.
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = JsonSourceReader.MaxDepth };

    /// <summary>What stands for a workflow that says nothing of its inputs.</summary>
    internal static readonly JsonElement Anything = JsonElement.Parse("""{"type":"object"}""");

    internal static JsonElement SchemaOf(SourceValue inputs) => JsonElement.Parse(inputs.ToJson(), Deep);
}
