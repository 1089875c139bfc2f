using System.Collections.Concurrent;

namespace WorkflowKit.Testing.Fakes;

/// <summary>Which fake stands in for which step; one for a step id goes before one for its type. Safe to use from several threads.</summary>
internal sealed class FakeTable
{
    private readonly ConcurrentDictionary<string, StepFake> _byType = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, StepFake> _byId = new(StringComparer.Ordinal);

    internal StepFake SetForType(string stepType, StepFake fake) => _byType[stepType] = fake;

    internal StepFake SetForStep(string stepId, StepFake fake) => _byId[stepId] = fake;

    internal StepFake? Find(StepInvocation call) => _byId.GetValueOrDefault(call.StepId) ?? _byType.GetValueOrDefault(call.StepType);
}
