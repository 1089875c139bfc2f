using Microsoft.Extensions.DependencyInjection;

namespace WorkflowKit.Testing;

public sealed partial class WorkflowTestHost
{
    /// <summary>Puts a fake in the place of all steps of a type. What the steps' class takes need not be registered.</summary>
    /// <param name="stepType">The dotted type, such as <c>billing.charge</c>.</param>
    /// <param name="output">
    /// Gives what the step gives: an object of its output class, or anything whose JSON reads as one without a member too many or too few, such as an anonymous
    /// object. It may throw, as steps do.
    /// </param>
    /// <exception cref="ArgumentException">The host has no such step type.</exception>
    public StepFake Fake(string stepType, Func<StepInvocation, object?> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return _fakes.SetForType(Known(stepType), new StepFake(call => Task.FromResult(output(call))));
    }

    /// <inheritdoc cref="Fake(string, Func{StepInvocation, object?})"/>
    public StepFake Fake(string stepType, Func<StepInvocation, Task<object?>?> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return _fakes.SetForType(Known(stepType), new StepFake(output));
    }

    /// <summary>Puts a fake in the place of one step, whatever its type; it goes before a fake of the type.</summary>
    /// <param name="stepId">The step's id; in every workflow that has such a step.</param>
    /// <param name="output">Gives what the step gives, as for <see cref="Fake(string, Func{StepInvocation, object?})"/>.</param>
    /// <exception cref="ArgumentException">No definition that the host started with has such a step.</exception>
    public StepFake FakeStep(string stepId, Func<StepInvocation, object?> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return _fakes.SetForStep(KnownId(stepId), new StepFake(call => Task.FromResult(output(call))));
    }

    /// <inheritdoc cref="FakeStep(string, Func{StepInvocation, object?})"/>
    public StepFake FakeStep(string stepId, Func<StepInvocation, Task<object?>?> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return _fakes.SetForStep(KnownId(stepId), new StepFake(output));
    }

    /// <summary>All attempts of steps so far, in the order in which they began, of fakes and of steps that ran themselves.</summary>
    /// <param name="stepTypeOrId">A dotted step type, or a step's id.</param>
    /// <exception cref="ArgumentException">The host has no such step type, or no definition that it started with has such a step.</exception>
    public IReadOnlyList<StepInvocation> Calls(string stepTypeOrId)
    {
        ArgumentNullException.ThrowIfNull(stepTypeOrId);
        // Step ids have no dots.
        if (!stepTypeOrId.Contains('.', StringComparison.Ordinal))
        {
            var id = KnownId(stepTypeOrId);
            return _journal.Calls(call => call.StepId == id);
        }
        var type = Known(stepTypeOrId);
        return _journal.Calls(call => call.StepType == type);
    }

    private string Known(string stepType)
    {
        ArgumentNullException.ThrowIfNull(stepType);
        var catalogue = _services.GetRequiredService<StepCatalogue>();
        return catalogue.Find(stepType) is not null ? stepType
            : throw new ArgumentException($"The host has no step type '{stepType}'; it has {Listed(catalogue.Steps.Select(static step => step.Type))}.", nameof(stepType));
    }

    private string KnownId(string stepId)
    {
        ArgumentNullException.ThrowIfNull(stepId);
        return _stepIds.Contains(stepId) ? stepId : throw new ArgumentException($"No definition has a step '{stepId}'; there are {Listed(_stepIds)}.", nameof(stepId));
    }

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Select(static name => $"'{name}'").DefaultIfEmpty("none"));
}
