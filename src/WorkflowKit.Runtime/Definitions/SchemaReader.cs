using WorkflowKit.Diagnostics;

namespace WorkflowKit.Definitions;

/// <summary>Checks the JSON Schemas inside a definition.</summary>
internal sealed class SchemaReader(DefinitionReadContext context)
{
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
    }
}
