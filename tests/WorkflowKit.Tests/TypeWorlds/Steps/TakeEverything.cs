namespace WorkflowKit.Tests.TypeWorlds.Steps;

/// <summary>Gives back what it is given.</summary>
[Step("types.take")]
public sealed class TakeEverything : IStep<Everything, Everything>
{
    public ValueTask<Everything> ExecuteAsync(Everything input, StepContext context, CancellationToken cancellationToken) => new(input);
}
