using Polly;
using Polly.Timeout;

namespace WorkflowKit.Runs;

/// <summary>The Polly pipeline that each attempt of a step runs through; built once.</summary>
internal static class StepPipelines
{
    /// <exception cref="StepRegistrationException">The host has no pipeline of the name.</exception>
    internal static ResiliencePipeline? Build(StepSlot slot, RunServices services)
    {
        if (slot.Timeout is null && slot.Resilience is null) return null;
        var builder = new ResiliencePipelineBuilder { Name = slot.Id, TimeProvider = services.Time };
        if (slot.Timeout is { } timeout)
        {
            // Given by a generator because the plain option takes a day at most.
            var limit = CutOff.Limit(timeout);
            builder.AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = _ => ValueTask.FromResult(limit) });
        }

        if (slot.Resilience is { } name)
        {
            if (services.Pipelines is null || !services.Pipelines.TryGetPipeline(name, out var named))
                throw new StepRegistrationException(name, $"step '{slot.Id}' names this resilience pipeline, which the host has not registered.");
            builder.AddPipeline(named);
        }

        return builder.Build();
    }
}
