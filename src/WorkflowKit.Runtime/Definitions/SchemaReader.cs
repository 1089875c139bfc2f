using System.Text.Json;
using WorkflowKit.Diagnostics;
using WorkflowKit.Schemas;

namespace WorkflowKit.Definitions;

/// <summary>Checks the JSON Schemas inside a definition.</summary>
internal sealed class SchemaReader(DefinitionReadContext context)
{
    private static readonly JsonDocumentOptions Parsing = new() { MaxDepth = JsonSourceReader.MaxDepth };

    public void Check(SourceValue schema, string name, bool mustBeObject)
    {
        if (schema.Kind != SourceValueKind.Object)
        {
            context.Bag.Report(DefinitionDiagnostics.WrongType, schema, name, "a JSON Schema, an object", JsonKinds.Describe(schema));
            return;
        }

        if (mustBeObject && schema["type"] is { } type && !(type.Kind == SourceValueKind.String && type.Text == "object"))
        {
            context.Bag.ReportWithHint(
                DefinitionDiagnostics.BadSchema, type, "Write `\"type\": \"object\"` and put the inputs into `properties`.", $"{name} must describe an object.");
        }

        if (schema.IsComplete)
            Compile(schema);
    }

    private void Compile(SourceValue schema)
    {
        using var document = JsonDocument.Parse(schema.ToJson(), Parsing);
        JsonSchema.TryCompile(document.RootElement, out _, out var problems);
        foreach (var problem in problems)
            context.Bag.Report(DefinitionDiagnostics.BadSchema, SourceJson.Resolve(schema, problem.Pointer), Sentence(problem.Message));
    }

    private static string Sentence(string text) =>
        string.Concat(char.ToUpperInvariant(text[0]).ToString(), text.AsSpan(1), text.EndsWith('.') ? "" : ".");
}
