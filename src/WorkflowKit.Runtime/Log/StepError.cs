namespace WorkflowKit;

/// <summary>Why a step, and perhaps with it an execution, failed. Immutable data, not an exception.</summary>
/// <param name="StepId">The step's id in the definition; <see langword="null"/> where no step is to blame (a timeout of the whole run).</param>
/// <param name="Path">The step's path: its id, prefixed by the loop passes it is in (<c>ship[3]/book</c>).</param>
/// <param name="Message">What went wrong, for people.</param>
/// <param name="Type">The kind of failure: the .NET exception type's name, or <c>expression</c>, <c>timeout</c>, <c>fail</c>, <c>cancelled</c>, <c>output</c>, <c>loop</c>, <c>parallel</c>, <c>connection</c>, <c>recovery</c>.</param>
/// <param name="Code">A stable code for programs and <c>catch</c> clauses; <see langword="null"/> where there is none.</param>
public sealed record StepError(string? StepId, string? Path, string Message, string Type, string? Code)
{
    /// <summary>The stack trace, with lines of the definition in it; only where the host opted in.</summary>
    public string? Stack { get; init; }
}
