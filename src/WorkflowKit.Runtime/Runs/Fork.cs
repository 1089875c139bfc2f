namespace WorkflowKit.Runs;

/// <summary>Strands that run beside each other, and the one that waits for them.</summary>
internal sealed class Fork(WorkflowRun run, int count, Func<int, ValueTask> strand)
{
    private readonly TaskCompletionSource _completion = new();
    private Exception? _error;
    private int _left = count;

    internal Task Completion => _completion.Task;

    internal void Start(int index) => _ = RunAsync(index);

    private async Task RunAsync(int index)
    {
        try
        {
            await strand(index).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            // Strands catch their own failures; what comes here (a divergence) ends the run.
            Interlocked.CompareExchange(ref _error, error, null);
        }

        var isLast = Interlocked.Decrement(ref _left) == 0;
        run.LeaveFork(isLast);
        if (!isLast) return;
        if (_error is null) _completion.TrySetResult();
        else _completion.TrySetException(_error);
    }
}
