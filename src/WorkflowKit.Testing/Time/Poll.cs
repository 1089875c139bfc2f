using System.Diagnostics;

namespace WorkflowKit.Testing.Time;

/// <summary>Waits for what gives no signal.</summary>
internal static class Poll
{
    // Most of what is waited for happens within some turns of the pool; what takes longer must not lose its processor to the looking.
    private const int QuickLooks = 100;

    /// <summary>Looks again and again until a condition holds.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="patience">How long to look.</param>
    /// <param name="story">Tells, where it does not come to hold, what was waited for and what there is instead.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="WorkflowAssertionException">It does not come to hold.</exception>
    internal static async Task UntilAsync(Func<ValueTask<bool>> condition, TimeSpan patience, Func<ValueTask<string>> story, CancellationToken cancellationToken = default)
    {
        var start = Stopwatch.GetTimestamp();
        for (var looks = 0; !await condition().ConfigureAwait(false); looks++)
        {
            if (Stopwatch.GetElapsedTime(start) > patience) throw new WorkflowAssertionException(await story().ConfigureAwait(false));
            if (looks < QuickLooks) await Task.Yield();
            else await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc cref="UntilAsync(Func{ValueTask{bool}}, TimeSpan, Func{ValueTask{string}}, CancellationToken)"/>
    internal static Task UntilAsync(Func<bool> condition, TimeSpan patience, Func<ValueTask<string>> story, CancellationToken cancellationToken = default) =>
        UntilAsync(() => ValueTask.FromResult(condition()), patience, story, cancellationToken);
}
