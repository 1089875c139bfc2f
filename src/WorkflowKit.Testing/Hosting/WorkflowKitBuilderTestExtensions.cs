using Microsoft.Extensions.DependencyInjection;
using WorkflowKit.Definitions;
using WorkflowKit.Steps;
using WorkflowKit.Testing.Fakes;
using WorkflowKit.Testing.Hosting;

namespace WorkflowKit.Testing;

/// <summary>What a <see cref="WorkflowTestHost"/> may be told beside what every host may be told.</summary>
public static class WorkflowKitBuilderTestExtensions
{
    /// <summary>Gives the host a definition.</summary>
    /// <param name="kit">The host.</param>
    /// <param name="json">The text of a <c>workflow.json</c>.</param>
    public static WorkflowKitBuilder AddDefinition(this WorkflowKitBuilder kit, string json)
    {
        ArgumentNullException.ThrowIfNull(kit);
        ArgumentNullException.ThrowIfNull(json);
        kit.Services.AddSingleton(new DefinitionUnderTest(json));
        return kit;
    }

    /// <summary>Gives the host one definition from a file. A whole folder comes with <see cref="WorkflowKitBuilder.AddDefinitions"/>; the host changes neither.</summary>
    /// <param name="kit">The host.</param>
    /// <param name="path">The file; a relative path begins at the current folder, which is where the test project's output is.</param>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    public static WorkflowKitBuilder AddDefinitionFile(this WorkflowKitBuilder kit, string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return kit.AddDefinition(File.ReadAllText(path));
    }

    /// <summary>Declares a step type whose class the test project does not reference. It runs once <see cref="WorkflowTestHost.Fake(string, Func{StepInvocation, object?})"/> says what it does.</summary>
    /// <typeparam name="TInput">What the step is given: a public class.</typeparam>
    /// <typeparam name="TOutput">What it gives back: a public class.</typeparam>
    /// <param name="kit">The host.</param>
    /// <param name="stepType">The dotted type, such as <c>billing.charge</c>.</param>
    /// <param name="connection">The provider of the connection that the step needs; <see langword="null"/>: none.</param>
    /// <exception cref="StepRegistrationException">It is no step type, or a class is not public.</exception>
    public static WorkflowKitBuilder DeclareStep<TInput, TOutput>(this WorkflowKitBuilder kit, string stepType, string? connection = null)
    {
        ArgumentNullException.ThrowIfNull(kit);
        var registration = StepRegistration.Declare<DeclaredStep<TInput, TOutput>, TInput, TOutput>(new StepAttribute(stepType) { Connection = connection });
        RegistrationRules.Check(registration);
        kit.Services.AddSingleton(registration);
        return kit;
    }
}
