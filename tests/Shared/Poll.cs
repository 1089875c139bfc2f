namespace WorkflowKit.Tests.Shared;

/// <summary>Waits for what gives no signal.</summary>
internal static class Poll
{
    // Most of what is waited for happens within some turns of the pool; what takes longer must not lose its processor to the looking.
    private const int QuickLooks = 100;

    /// <summary>Looks again and again until a condition holds.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="patience">How long to look.</param>
    /// <param name="story">Tells, where it does not come to hold, what was waited for and what there is instead.</param>
    internal static async Task UntilAsync(Func<ValueTask<bool>> condition, TimeSpan patience, Func<ValueTask<string>> story)
    {
        var deadline = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        for (var looks = 0; !await condition(); looks++)
        {
            if (Environment.TickCount64 > deadline) throw new TimeoutException(await story());
            if (looks < QuickLooks) await Task.Yield();
            else await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }

    /// <inheritdoc cref="UntilAsync(Func{ValueTask{bool}}, TimeSpan, Func{ValueTask{string}})"/>
    internal static Task UntilAsync(Func<bool> condition, TimeSpan patience, Func<ValueTask<string>> story) =>
        UntilAsync(() => ValueTask.FromResult(condition()), patience, story);
}
