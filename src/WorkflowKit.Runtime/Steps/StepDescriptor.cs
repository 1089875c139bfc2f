using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using WorkflowKit.Schemas;
using WorkflowKit.Steps;

namespace WorkflowKit;

/// <summary>What the catalogue knows of one step class. Immutable; safe to share.</summary>
public sealed class StepDescriptor
{
    internal StepDescriptor(StepRegistration registration, StepAttribute attribute, StepActivator activator, StepSchemas schemas)
    {
        Type = attribute.Type;
        Name = attribute.Name ?? attribute.Type;
        Description = attribute.Description;
        Connection = attribute.Connection;
        Idempotent = attribute.DeclaredIdempotent;
        StepType = registration.StepType;
        InputType = registration.InputType;
        OutputType = registration.OutputType;
        InputSchema = schemas.Of(registration.InputType);
        OutputSchema = schemas.Of(registration.OutputType);
        if (JsonSchema.Compile(OutputSchema).HasSecrets)
        {
            throw new StepRegistrationException(
                registration.StepType.ToString(),
                "a member of its output is secret, but outputs are recorded, so that an execution can go on from them; give back a reference to the secret, or let a connection hold it.");
        }

        LastingInput = new(registration.InputType, schemas.Json.GetTypeInfo(registration.InputType));
        LastingOutput = new(registration.OutputType, schemas.Json.GetTypeInfo(registration.OutputType));
        InputRules = schemas.HasRules(registration.InputType) ? InputRules.Of(InputSchema, schemas.Json.GetTypeInfo(registration.InputType)) : null;
        Activator = activator;
    }

    /// <summary>The dotted type that definitions use.</summary>
    public string Type { get; }

    /// <summary>The name for people.</summary>
    public string Name { get; }

    /// <summary>What the step does, for people; <see langword="null"/> where its author says nothing.</summary>
    public string? Description { get; }

    /// <summary>The provider of the connection that it needs; <see langword="null"/>: none.</summary>
    public string? Connection { get; }

    /// <summary>Whether doing the step twice does no more than doing it once; <see langword="null"/>: the class does not say.</summary>
    public bool? Idempotent { get; }

    /// <summary>The class.</summary>
    [DynamicallyAccessedMembers(StepRegistration.StepMembers)]
    public Type StepType { get; }

    /// <summary>The class of its input.</summary>
    public Type InputType { get; }

    /// <summary>The class of its output.</summary>
    public Type OutputType { get; }

    /// <summary>The JSON Schema of its input.</summary>
    public JsonElement InputSchema { get; }

    /// <summary>The JSON Schema of its output.</summary>
    public JsonElement OutputSchema { get; }

    internal LastingType LastingInput { get; }

    internal LastingType LastingOutput { get; }

    /// <summary>What is asked of inputs beyond their types; <see langword="null"/>: nothing.</summary>
    internal InputRules? InputRules { get; }

    internal StepActivator Activator { get; }
}
