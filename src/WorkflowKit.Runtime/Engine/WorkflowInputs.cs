using System.Runtime.CompilerServices;
using System.Text.Json;
using WorkflowKit.Runs;
using WorkflowKit.Schemas;

namespace WorkflowKit.Engine;

/// <summary>Checks inputs against a workflow's schema before anything is recorded.</summary>
internal static class WorkflowInputs
{
    private static readonly JsonElement None = JsonElement.Parse("{}");

    // Keyed by the program, which it must not keep alive.
    private static readonly ConditionalWeakTable<CompiledWorkflow, JsonSchema> Schemas = [];

    /// <returns>The inputs with their defaults, and the same without what the schema calls secret.</returns>
    /// <exception cref="InvalidInputsException">They do not satisfy the schema.</exception>
    internal static (JsonElement Full, JsonElement Recorded) Check(CompiledWorkflow program, JsonElement inputs)
    {
        // The caller may dispose of its document; a text of its own costs nothing where there is none to dispose of.
        inputs = inputs.ValueKind is JsonValueKind.Undefined ? None : inputs.Clone();
        if (program.InputSchema is not { } text) return (inputs, inputs);
        var schema = Schemas.GetValue(program, _ => JsonSchema.Compile(text));
        var full = Complete(program, schema, inputs);
        var result = schema.Validate(full);
        if (!result.IsValid) throw new InvalidInputsException($"workflow '{program.WorkflowId}'", result.Errors);
        return (full, schema.Redact(full));
    }

    private static JsonElement Complete(CompiledWorkflow program, JsonSchema schema, JsonElement inputs)
    {
        try
        {
            return schema.ApplyDefaults(inputs);
        }
        catch (Exception error) when (error is InvalidOperationException or JsonSchemaException)
        {
            throw new InvalidInputsException($"workflow '{program.WorkflowId}'", error.Message, error);
        }
    }
}
