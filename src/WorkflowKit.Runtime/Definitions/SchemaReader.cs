using System.Text.Json;
using WorkflowKit.Diagnostics;
using WorkflowKit.Schemas;
using WorkflowKit.Schemas.Compilation;

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

        if (mustBeObject && schema is { IsComplete: true, Members: [var first, ..] } && schema.Members.All(member => !MetaSchema.HasKeyword(member.Name) && IsProperty(member.Value)))
            context.Bag.ReportWithFix(DefinitionDiagnostics.NoProperties, first, InProperties(schema), DefinitionDiagnostics.Shorten(first.Name));
        if (schema.IsComplete)
            Compile(schema);
    }

    private static bool IsProperty(SourceValue value) => value.Kind == SourceValueKind.Object || (value.Kind == SourceValueKind.String && MeantType(value.Text) is not null);

    // { "name": "string", "age": { "type": "integer" } } is meant as the properties of an object.
    private DiagnosticFix InProperties(SourceValue schema)
    {
        var (start, end) = (schema.Span.Start, schema.Span.Start + schema.Span.Length);
        List<TextEdit> edits = [new(context.Source.SpanOf(start, 0), "{ \"type\": \"object\", \"properties\": ")];
        edits.AddRange(schema.Members.Where(member => member.Value.Kind == SourceValueKind.String)
            .Select(member => new TextEdit(member.Value.Span, $"{{ \"type\": {JsonText.Quote(MeantType(member.Value.Text)!)} }}")));
        edits.Add(new(context.Source.SpanOf(end, 0), " }"));
        return new("Put them into `properties`", edits);
    }

    private void Compile(SourceValue schema)
    {
        using var document = JsonDocument.Parse(schema.ToJson(), Parsing);
        JsonSchema.TryCompile(document.RootElement, out _, out var problems);
        foreach (var problem in problems)
        {
            var at = SourceJson.Resolve(schema, problem.Pointer);
            var meant = at.Kind == SourceValueKind.String && problem.Pointer.EndsWith("/type", StringComparison.Ordinal) ? MeantType(at.Text) : null;
            context.Bag.ReportWithHint(DefinitionDiagnostics.BadSchema, at, meant is null ? null : DidYouMean.For(meant), Sentence(problem.Message));
        }
    }

    private static string? MeantType(string text) => text.ToLowerInvariant() switch
    {
        "text" or "str" => "string",
        "int" or "long" or "uint" => "integer",
        "float" or "double" or "decimal" => "number",
        "bool" => "boolean",
        "list" => "array",
        "dict" or "dictionary" or "map" or "record" => "object",
        _ => DidYouMean.Of(text, ["string", "integer", "number", "boolean", "array", "object", "null"]),
    };

    private static string Sentence(string text) =>
        string.Concat(char.ToUpperInvariant(text[0]).ToString(), text.AsSpan(1), text.EndsWith('.') ? "" : ".");
}
