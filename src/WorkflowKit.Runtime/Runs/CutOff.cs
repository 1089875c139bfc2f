using Polly.Timeout;

namespace WorkflowKit.Runs;

/// <summary>Waits for a step, but not for ever for one that ignores its cancellation.</summary>
internal static class CutOff
{
    // Timers count milliseconds in 32 bits; longer limits are beyond what an attempt held in memory can promise.
    internal static readonly TimeSpan LongestLimit = TimeSpan.FromDays(40);

    /// <exception cref="TimeoutRejectedException">The step went on after its time was over.</exception>
    /// <exception cref="HaltedSignal">The step went on after its scope was cut off.</exception>
    internal static async Task<T> WaitAsync<T>(Task<T> work, RunScope scope, StepSlot slot)
    {
        var services = scope.Run.Services;
        var cut = new TaskCompletionSource<Exception>(TaskCreationOptions.RunContinuationsAsynchronously);
        ITimer? grace = null;
        var registration = scope.Halt.Token.Register(() => grace = services.Time.CreateTimer(
            static cut => ((TaskCompletionSource<Exception>)cut!).TrySetResult(new HaltedSignal()), cut, services.Limits.Grace, Timeout.InfiniteTimeSpan));
        var limit = slot.Timeout is not { } timeout ? null : services.Time.CreateTimer(
            _ => cut.TrySetResult(new TimeoutRejectedException("The step ignored its timeout.", timeout)), null, Limit(timeout) + services.Limits.Grace, Timeout.InfiniteTimeSpan);
        try
        {
            if (await Task.WhenAny(work, cut.Task).ConfigureAwait(false) == work) return await work.ConfigureAwait(false);
            // Whatever it still does is nobody's business; a late failure must not look unobserved.
            _ = work.ContinueWith(static late => _ = late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            throw await cut.Task.ConfigureAwait(false);
        }
        finally
        {
            await registration.DisposeAsync().ConfigureAwait(false);
            limit?.Dispose();
            grace?.Dispose();
        }
    }

    internal static TimeSpan Limit(TimeSpan timeout) => timeout < LongestLimit ? timeout : LongestLimit;
}
