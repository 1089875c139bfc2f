namespace WorkflowKit;

/// <summary>What a step throws to give its failure a code that definitions and programs can test; derive from it where one is not enough.</summary>
/// <param name="message">What went wrong, for people.</param>
/// <param name="code">A stable code, such as <c>sold_out</c>; <see langword="null"/>: none.</param>
/// <param name="innerException">What brought it about.</param>
public class StepException(string message, string? code = null, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>A stable code; <c>error.code</c> in a <c>catch</c>.</summary>
    public string? Code { get; } = code;
}
