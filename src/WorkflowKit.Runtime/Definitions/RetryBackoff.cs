namespace WorkflowKit.Definitions;

/// <summary>How the pause between attempts grows.</summary>
public enum RetryBackoff
{
    /// <summary>Always the same pause.</summary>
    Constant,

    /// <summary>One pause more each time.</summary>
    Linear,

    /// <summary>Twice the pause each time.</summary>
    Exponential,
}
