namespace WorkflowKit;

/// <summary>Who asks an execution for something, and why. It is recorded with what was asked.</summary>
public sealed record ControlOptions
{
    internal static readonly ControlOptions Default = new();

    /// <summary>Who asks.</summary>
    public string? By { get; init; }

    /// <summary>Why; of a cancel, it is shown in <see cref="ExecutionCancelled.Reason"/>.</summary>
    public string? Reason { get; init; }
}
