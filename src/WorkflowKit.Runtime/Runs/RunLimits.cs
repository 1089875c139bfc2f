namespace WorkflowKit.Runs;

/// <summary>The bounds of one run.</summary>
internal sealed record RunLimits
{
    /// <summary>How long a step that ignores its cancellation is waited for; then its late result is dropped. Default 5 s.</summary>
    internal TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest wait that a run spends in memory; longer ones suspend it. Default 10 s.</summary>
    internal TimeSpan LongestWaitInMemory { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many items a <c>forEach</c> takes. Default 100,000.</summary>
    internal int MaxItems { get; init; } = 100_000;

    /// <summary>How large a step's output may be, in bytes of JSON. Default 1 MiB.</summary>
    internal int MaxOutputBytes { get; init; } = 1024 * 1024;

    /// <summary>Whether stack traces go into the log that users see. Default false.</summary>
    internal bool KeepStacks { get; init; }

    /// <summary>Whether exceptions that nobody catches are brought back to the steps that they come from. Default false.</summary>
    internal bool CatchStrays { get; init; }
}
