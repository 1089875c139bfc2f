namespace WorkflowKit.Runs;

/// <summary>A strand that waits. Nothing but its run refers to it, so a run that is dropped takes its strands with it.</summary>
internal sealed class Parked(ParkReason reason, string path, Halt halt)
{
    // Continuations run in the thread that wakes the strand: a replay depends on it, and live strands are woken on the pool.
    private readonly TaskCompletionSource<Wake> _woken = new();

    internal ParkReason Reason { get; } = reason;

    internal string Path { get; } = path;

    internal Halt Halt { get; } = halt;

    /// <summary>The recorded outcome that it waits for.</summary>
    internal JournalRecord? Record { get; init; }

    internal DateTimeOffset? DueAt { get; init; }

    /// <summary>Whether the run stays in memory for it: short waits do.</summary>
    internal bool HoldsRun { get; init; }

    internal ITimer? Timer { get; set; }

    internal Task<Wake> Task => _woken.Task;

    internal void Wake(Wake wake) => _woken.TrySetResult(wake);
}
