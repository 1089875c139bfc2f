using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Steps;

/// <summary>The JSON of step inputs and outputs: camelCase, enums by name, unless the host says otherwise.</summary>
internal static class StepJson
{
    internal static JsonSerializerOptions Prepare(JsonSerializerOptions? given)
    {
        var options = given is null ? new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true } : new(given);
        if (given is null || options.TypeInfoResolver is null) AddReflection(options);
        if (options.MaxDepth == 0) options.MaxDepth = JsonDepth.OfTexts;
        options.MakeReadOnly();
        return options;
    }

    /// <summary>The same, without the members that are secret: for what is written down for people.</summary>
    internal static JsonSerializerOptions WithoutSecrets(JsonSerializerOptions options)
    {
        var open = new JsonSerializerOptions(options);
        open.TypeInfoResolver = open.TypeInfoResolver!.WithAddedModifier(static type =>
        {
            for (var i = type.Properties.Count - 1; i >= 0; i--)
            {
                if (IsSecret(type.Properties[i])) type.Properties.RemoveAt(i);
            }
        });
        open.MakeReadOnly();
        return open;
    }

    /// <summary>Reads the members of a type that are secret.</summary>
    internal static Func<object, object?>[] SecretsOf(JsonTypeInfo type) =>
        type.Kind == JsonTypeInfoKind.Object ? [.. type.Properties.Where(static property => property.Get is not null && IsSecret(property)).Select(static property => property.Get!)] : [];

    private static bool IsSecret(JsonPropertyInfo property) =>
        AttributesOf(property).OfType<DataTypeAttribute>().Any(static type => type.DataType == DataType.Password);

    /// <summary>What stands on a property, or on the constructor's parameter that it comes from.</summary>
    internal static IEnumerable<object> AttributesOf(JsonPropertyInfo property) =>
        (property.AttributeProvider?.GetCustomAttributes(inherit: true) ?? []).Concat(property.AssociatedParameter?.AttributeProvider?.GetCustomAttributes(inherit: true) ?? []);

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
