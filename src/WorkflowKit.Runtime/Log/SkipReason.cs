namespace WorkflowKit;

/// <summary>Why a step was left out.</summary>
public enum SkipReason
{
    /// <summary>Its <c>if</c> was false.</summary>
    Condition,

    /// <summary>It stands in a branch that was not taken.</summary>
    Branch,

    /// <summary>A person skipped it.</summary>
    User,
}
