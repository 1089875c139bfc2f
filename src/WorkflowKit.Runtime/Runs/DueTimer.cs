namespace WorkflowKit.Runs;

/// <summary>Sets timers to points in time. They fire at the time or before it, never after: whoever is called looks at the clock and sets the timer again.</summary>
internal static class DueTimer
{
    // Timers count the time a machine is awake, people's times go on while it sleeps: after this much the clock is asked again.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    internal static void SetTo(this ITimer timer, TimeProvider time, DateTimeOffset dueAt)
    {
        while (true)
        {
            var now = time.GetUtcNow();
            var rest = dueAt - now;
            timer.Change(rest < TimeSpan.Zero ? TimeSpan.Zero : rest > Longest ? Longest : rest, Timeout.InfiniteTimeSpan);
            // The clock may have moved since it was read: then the timer would be late by as much.
            if (time.GetUtcNow() - now < Tolerance) return;
        }
    }
}
