namespace WorkflowKit;

/// <summary>
/// An activity that workflows can call. The class is the whole contract: its <see cref="StepAttribute"/> names it, and the public
/// properties of <typeparamref name="TInput"/> and <typeparamref name="TOutput"/> give schemas, form and completion.
/// A new instance is made for every attempt, from a service scope of its own; one of a class without fields may serve several. Class, input and output must be public.
/// </summary>
/// <typeparam name="TInput">What the step is given.</typeparam>
/// <typeparam name="TOutput">What it gives back; it goes into the execution log as JSON.</typeparam>
public interface IStep<in TInput, TOutput>
{
    /// <summary>
    /// Does the work of one attempt. A step runs at least once: after a crash it may run again with the same
    /// <see cref="StepContext.IdempotencyKey"/>. Whatever it throws becomes a failure of this step alone.
    /// </summary>
    /// <param name="input">The input, already checked.</param>
    /// <param name="context">Facts and services of this attempt.</param>
    /// <param name="cancellationToken">Cancelled when the run is cancelled, the attempt's time is over, or the host stops.</param>
    ValueTask<TOutput> ExecuteAsync(TInput input, StepContext context, CancellationToken cancellationToken);
}
