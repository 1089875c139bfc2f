namespace WorkflowKit;

/// <summary>An execution's log and the program that should continue it part. The execution is paused; it can go on once the host can serve it.</summary>
public sealed class ReplayDivergenceException : WorkflowKitException
{
    internal ReplayDivergenceException(ReplayDivergenceKind kind, string? path, long sequence, string expected, string found, Exception? cause = null)
        : base($"The log and the program part at {path ?? "the end"} (entry {sequence}): expected {expected}, found {found}.", cause) =>
        (Kind, Path, Sequence, Expected, Found) = (kind, path, sequence, expected, found);

    /// <summary>In which way they part.</summary>
    public ReplayDivergenceKind Kind { get; }

    /// <summary>The step's path; <see langword="null"/> where no step is concerned.</summary>
    public string? Path { get; }

    /// <summary>The log entry; 0 where none is concerned.</summary>
    public long Sequence { get; }

    /// <summary>What the log (for a value: the program) expects.</summary>
    public string Expected { get; }

    /// <summary>What is there.</summary>
    public string Found { get; }
}
