using System.ComponentModel;

namespace WorkflowKit.Runs;

/// <summary>The options of a definition, as compiled code carries them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record WorkflowSettings
{
    /// <summary>No limits beyond those of the host.</summary>
    public static WorkflowSettings Default { get; } = new();

    /// <summary>A run that takes longer, from its start, fails with code <c>timeout</c>; <see langword="null"/>: no limit.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>How long finished runs are kept; <see langword="null"/>: as the host says.</summary>
    public TimeSpan? Retention { get; init; }

    /// <summary>How many runs of one key may be under way at once; <see langword="null"/>: no limit.</summary>
    public int? ConcurrencyLimit { get; init; }
}
