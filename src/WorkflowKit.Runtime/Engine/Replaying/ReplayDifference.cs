namespace WorkflowKit;

/// <summary>Where a log and a program part.</summary>
/// <param name="Kind">In which way.</param>
/// <param name="Path">The step's path; <see langword="null"/>: the end of the execution.</param>
/// <param name="Sequence">The entry of the log; 0: what comes behind its last one.</param>
/// <param name="Expected">What the log holds; for a value: what the program can read.</param>
/// <param name="Found">What the program does; for a value: what the log holds.</param>
public sealed record ReplayDifference(ReplayDivergenceKind Kind, string? Path, long Sequence, string Expected, string Found)
{
    /// <inheritdoc />
    public override string ToString() =>
        $"{Path ?? "the end"}{(Sequence > 0 ? $" (entry {Sequence})" : "")}: the log has {Expected}, the workflow {Found}";
}
