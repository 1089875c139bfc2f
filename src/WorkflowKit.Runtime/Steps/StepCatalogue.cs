using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using WorkflowKit.Steps;
using WorkflowKit.Steps.WorkflowSchemas;

namespace WorkflowKit;

/// <summary>All step classes of a host: what definitions can call. Immutable; safe to share.</summary>
public sealed class StepCatalogue
{
    private readonly Dictionary<string, StepDescriptor> _byType = new(StringComparer.Ordinal);
    private readonly Lazy<JsonElement> _workflowSchema;

    /// <summary>A catalogue of these step classes.</summary>
    /// <param name="registrations">The classes.</param>
    /// <param name="options">
    /// How inputs and outputs are written as JSON. Default: camelCase names, enums by name. A trimmed host gives options with its <c>JsonSerializerContext</c>.
    /// </param>
    /// <exception cref="StepRegistrationException">A class cannot serve as a step; the message says what to change.</exception>
    public StepCatalogue(IEnumerable<StepRegistration> registrations, JsonSerializerOptions? options = null)
        : this(registrations, options, static registration => new StepActivator(registration.StepType))
    {
    }

    /// <summary>A catalogue that says who makes the instances of each class.</summary>
    internal StepCatalogue(IEnumerable<StepRegistration> registrations, JsonSerializerOptions? options, Func<StepRegistration, StepActivator> activators)
    {
        ArgumentNullException.ThrowIfNull(registrations);
        Json = StepJson.Prepare(options);
        JsonWithoutSecrets = StepJson.WithoutSecrets(Json);
        var schemas = new StepSchemas(Json);
        foreach (var registration in registrations)
        {
            var attribute = RegistrationRules.Check(registration);
            if (_byType.TryGetValue(attribute.Type, out var other))
            {
                if (other.StepType == registration.StepType) continue;
                throw new StepRegistrationException(
                    registration.StepType.ToString(), $"its type '{attribute.Type}' is that of {other.StepType} already; give one of them another.");
            }

            _byType.Add(attribute.Type, new StepDescriptor(registration, attribute, activators(registration), schemas));
        }

        Steps = [.. _byType.Values.OrderBy(step => step.Type, StringComparer.Ordinal)];
        Fingerprint = FingerprintOf(Steps);
        _workflowSchema = new(() => JsonElement.Parse(WorkflowSchemaWriter.Write(Steps).ToJsonString()));
    }

    /// <summary>All steps by type.</summary>
    public IReadOnlyList<StepDescriptor> Steps { get; }

    /// <summary>A hash of all that compiled workflows depend on: types, classes, their builds and schemas.</summary>
    public string Fingerprint { get; }

    /// <summary>
    /// The JSON Schema (2020-12) of the definitions that this host takes, for editors: the format, and each step of the catalogue with its input, in
    /// which an expression may stand for any value. What no schema can say, such as that step ids are unique, validation still finds.
    /// </summary>
    public JsonElement WorkflowSchema => _workflowSchema.Value;

    /// <summary>How inputs and outputs are written as JSON; read only.</summary>
    internal JsonSerializerOptions Json { get; }

    /// <summary>The same without secret members; for inputs in the log, which nobody reads back.</summary>
    internal JsonSerializerOptions JsonWithoutSecrets { get; }

    /// <summary>The step of a type, or <see langword="null"/> where there is none.</summary>
    /// <param name="type">The dotted type.</param>
    public StepDescriptor? Find(string type) => _byType.GetValueOrDefault(type);

    /// <summary>The step of a type.</summary>
    /// <param name="type">The dotted type.</param>
    /// <param name="step">The step, where there is one.</param>
    public bool TryFind(string type, [NotNullWhen(true)] out StepDescriptor? step) => _byType.TryGetValue(type, out step);

    private static string FingerprintOf(IEnumerable<StepDescriptor> steps)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var step in steps)
        {
            foreach (var part in (string?[])[step.Type, step.Connection, step.Idempotent?.ToString(), Identity(step.StepType), Identity(step.InputType), Identity(step.OutputType), step.InputSchema.GetRawText(), step.OutputSchema.GetRawText()])
                hash.AppendData(Encoding.UTF8.GetBytes($"{part}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Identity(Type type) => $"{type} {type.Module.ModuleVersionId}";
}
