namespace WorkflowKit.Runs;

/// <summary>What an <c>input</c> step asks for.</summary>
/// <param name="Title">What is asked for, for people.</param>
/// <param name="Message">More about it.</param>
/// <param name="Schema">The JSON Schema of the data, as JSON text.</param>
internal sealed record InputRequest(string Title, string? Message, string Schema);
