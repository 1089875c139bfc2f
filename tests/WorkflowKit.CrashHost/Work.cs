using WorkflowKit;

namespace WorkflowKit.CrashHost;

/// <summary>A step with an effect in the world: a line in the file of effects.</summary>
[Step("crash.work", Name = "Work")]
public sealed class Work(Effects effects) : IStep<Work.Input, Work.Output>
{
    /// <param name="Number">Comes back doubled.</param>
    /// <param name="Milliseconds">How long it takes.</param>
    /// <param name="FailFirst">How many attempts fail.</param>
    public sealed record Input(int Number, int Milliseconds = 0, int FailFirst = 0);

    public sealed record Output(int Doubled);

    public async ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken)
    {
        if (input.Milliseconds > 0) await Task.Delay(input.Milliseconds, cancellationToken);
        if (context.Attempt <= input.FailFirst) throw new InvalidOperationException("not yet");
        effects.Add(context);
        return new Output(input.Number * 2);
    }
}
