using WorkflowKit;

namespace WorkflowKit.WebHost;

/// <summary>A step that takes its time and may fail at first.</summary>
[Step("web.work", Name = "Work")]
public sealed class Work : IStep<Work.Input, Work.Output>
{
    /// <param name="Number">Comes back doubled.</param>
    /// <param name="Milliseconds">How long it takes.</param>
    /// <param name="FailFirst">How many attempts fail.</param>
    public sealed record Input(int Number, int Milliseconds = 0, int FailFirst = 0);

    public sealed record Output(int Doubled);

    public async ValueTask<Output> ExecuteAsync(Input input, StepContext context, CancellationToken cancellationToken)
    {
        if (input.Milliseconds > 0) await Task.Delay(input.Milliseconds, cancellationToken);
        return context.Attempt > input.FailFirst ? new Output(input.Number * 2) : throw new InvalidOperationException("not yet");
    }
}
