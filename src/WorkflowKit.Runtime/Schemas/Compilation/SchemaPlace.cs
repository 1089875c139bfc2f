using System.Text.Json;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Schemas.Compilation;

/// <summary>A schema within a document.</summary>
/// <param name="Document">The document; empty for the one that is compiled.</param>
/// <param name="Pointer">JSON Pointer within the document.</param>
/// <param name="Element">The schema.</param>
/// <param name="Base">The URI against which its references are resolved.</param>
internal sealed record SchemaPlace(string Document, string Pointer, JsonElement Element, UriReference Base)
{
    public (string Document, string Pointer) Key => (Document, Pointer);
}
