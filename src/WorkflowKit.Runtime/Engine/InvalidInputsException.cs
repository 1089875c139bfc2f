using WorkflowKit.Schemas;

namespace WorkflowKit;

/// <summary>Data does not satisfy the schema that a workflow or an <c>input</c> step gives for it. Nothing was started or recorded.</summary>
public sealed class InvalidInputsException : WorkflowKitException
{
    internal InvalidInputsException(string subject, IReadOnlyList<SchemaError> errors)
        : base($"The data for {subject} is not valid: {string.Join("; ", errors)}") => Errors = errors;

    internal InvalidInputsException(string subject, string problem, Exception? cause = null) : base($"The data for {subject} is not valid: {problem}", cause) =>
        Errors = [];

    /// <summary>What is wrong, each with its place; empty where the data could not be read or judged at all.</summary>
    public IReadOnlyList<SchemaError> Errors { get; }
}
