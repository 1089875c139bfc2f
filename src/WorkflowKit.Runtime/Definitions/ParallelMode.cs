namespace WorkflowKit.Definitions;

/// <summary>When a <c>parallel</c> step ends, and how.</summary>
public enum ParallelMode
{
    /// <summary>All branches must complete; the first failure cancels the others.</summary>
    All,

    /// <summary>All branches run to their end; then the step fails if any of them failed.</summary>
    Settle,

    /// <summary>The first branch to complete wins; the others are cancelled.</summary>
    First,
}
