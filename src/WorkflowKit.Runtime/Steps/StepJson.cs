using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace WorkflowKit.Steps;

/// <summary>The JSON of step inputs and outputs: camelCase, enums by name, unless the host says otherwise.</summary>
internal static class StepJson
{
    internal static JsonSerializerOptions Prepare(JsonSerializerOptions? given)
    {
        var options = given is null ? new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true } : new(given);
        if (given is null || options.TypeInfoResolver is null) AddReflection(options);
        options.MakeReadOnly();
        return options;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Reached only where the host has left reflection-based serialization on; a trimmed host gives its own resolver.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "As above.")]
    private static void AddReflection(JsonSerializerOptions options)
    {
        if (!JsonSerializer.IsReflectionEnabledByDefault)
            throw new StepRegistrationException(nameof(StepCatalogue), "reflection-based JSON is off in this host; give options whose TypeInfoResolver is a JsonSerializerContext with the steps' types.");
        options.Converters.Add(new JsonStringEnumConverter());
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver();
    }
}
