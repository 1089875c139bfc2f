using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using WorkflowKit.Runs;
using WorkflowKit.Schemas;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Engine;

/// <summary>Checks inputs against a workflow's schema before anything is recorded.</summary>
internal static class WorkflowInputs
{
    private static readonly JsonElement None = JsonElement.Parse("{}");

    // Keyed by the program, which it must not keep alive.
    private static readonly ConditionalWeakTable<CompiledWorkflow, JsonSchema> Schemas = [];

    /// <exception cref="InvalidInputsException">They do not satisfy the schema.</exception>
    internal static CheckedInputs Check(CompiledWorkflow program, JsonElement inputs, int maxBytes)
    {
        DemandUsable($"workflow '{program.WorkflowId}'", inputs, maxBytes);
        // The caller may dispose of its document; a text of its own costs nothing where there is none to dispose of.
        inputs = inputs.ValueKind is JsonValueKind.Undefined ? None : inputs.Clone();
        if (SchemaOf(program) is not { } schema) return new CheckedInputs(inputs, inputs, HasSecrets: false);
        var full = Complete(program, schema, inputs);
        var result = schema.Validate(full);
        if (!result.IsValid) throw new InvalidInputsException($"workflow '{program.WorkflowId}'", result.Errors);
        return schema.HasSecrets ? new CheckedInputs(full, schema.Redact(full), HasSecrets: true) : new CheckedInputs(full, full, HasSecrets: false);
    }

    /// <exception cref="InvalidInputsException">The value is larger, too deep, or a member stands twice in it.</exception>
    internal static void DemandUsable(string subject, JsonElement value, int maxBytes)
    {
        if (value.ValueKind is JsonValueKind.Undefined) return;
        if (JsonMarshal.GetRawUtf8Value(value).Length is var length && length > maxBytes)
            throw new InvalidInputsException(subject, string.Create(CultureInfo.InvariantCulture, $"it is {length:N0} bytes of JSON, and {maxBytes:N0} are the limit"));
        if (JsonDepth.IsBeyond(value)) throw new InvalidInputsException(subject, string.Create(CultureInfo.InvariantCulture, $"it is nested deeper than {JsonDepth.OfValues} levels"));
        if (RepeatedIn(subject, value) is { } name) throw new InvalidInputsException(subject, $"the member '{name}' stands twice in one object");
    }

    private static string? RepeatedIn(string subject, JsonElement value)
    {
        try
        {
            return RepeatedMembers.Find(value);
        }
        catch (Exception error) when (error is InvalidOperationException or InsufficientExecutionStackException)
        {
            throw new InvalidInputsException(subject, error.Message, error);
        }
    }

    /// <summary>Whether inputs of the record are to be had no more as they were given.</summary>
    internal static bool HasMasks(CompiledWorkflow program, JsonElement recorded) =>
        SchemaOf(program) is { HasSecrets: true } && recorded.GetRawText().Contains("\"***\"", StringComparison.Ordinal);

    private static JsonSchema? SchemaOf(CompiledWorkflow program) =>
        program.InputSchema is null ? null : Schemas.GetValue(program, static program => JsonSchema.Compile(program.InputSchema!));

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
