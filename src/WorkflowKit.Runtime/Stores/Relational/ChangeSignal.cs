namespace WorkflowKit.Stores;

/// <summary>Tells those in this process who wait for a change that there was one; changes of other processes are found by looking every now and then.</summary>
internal sealed class ChangeSignal
{
    private volatile TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with the next change.</summary>
    internal Task Next => _next.Task;

    internal void Raise() => Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>Waits for a change, or for the time to look.</summary>
    internal static async ValueTask WaitAsync(Task next, TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            await next.WaitAsync(limit, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // Time to look.
        }
    }
}
