using Polly.Timeout;

namespace WorkflowKit.Runs;

/// <summary>Waits for a step, but not for ever for one that ignores its cancellation.</summary>
internal static class CutOff
{
    // Timers count milliseconds in 32 bits; longer limits are beyond what an attempt held in memory can promise.
    internal static readonly TimeSpan LongestLimit = TimeSpan.FromDays(40);

    /// <param name="work">The step.</param>
    /// <param name="scope">Where it stands.</param>
    /// <param name="slot">Which it is.</param>
    /// <param name="stray">Gets what the step started threw, and nobody caught; <see langword="null"/>: nobody looks.</param>
    /// <exception cref="TimeoutRejectedException">The step went on after its time was over.</exception>
    /// <exception cref="HaltedSignal">The step went on after its scope was cut off.</exception>
    internal static async Task<T> WaitAsync<T>(Task<T> work, RunScope scope, StepSlot slot, TaskCompletionSource<Exception>? stray)
    {
        var services = scope.Run.Services;
        var cut = stray ?? new(TaskCreationOptions.RunContinuationsAsynchronously);
        ITimer? grace = null;
        var registration = scope.Halt.Token.Register(() => grace = services.Time.CreateTimer(
            static cut => ((TaskCompletionSource<Exception>)cut!).TrySetResult(new HaltedSignal()), cut, services.Limits.Grace, Timeout.InfiniteTimeSpan));
        var limit = slot.Timeout is not { } timeout ? null : services.Time.CreateTimer(
            _ => cut.TrySetResult(new TimeoutRejectedException("The step ignored its timeout.", timeout)), null, Limit(timeout) + services.Limits.Grace, Timeout.InfiniteTimeSpan);
        try
        {
            if (await Task.WhenAny(cut.Task, work).ConfigureAwait(false) == work) return await work.ConfigureAwait(false);
            // Whatever it still does is nobody's business; a late failure must not look unobserved.
            _ = work.ContinueWith(static late => _ = late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            return await Task.FromException<T>(await cut.Task.ConfigureAwait(false)).ConfigureAwait(false);
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
