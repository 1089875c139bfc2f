namespace WorkflowKit.Expressions;

/// <summary>An expression of a workflow could not be evaluated. The message is written for the author of the workflow.</summary>
/// <param name="kind">What went wrong.</param>
/// <param name="message">A sentence that names what was expected and what was found.</param>
public sealed class CelException(CelErrorKind kind, string message) : Exception(message)
{
    /// <summary>What went wrong.</summary>
    public CelErrorKind Kind { get; } = kind;
}
