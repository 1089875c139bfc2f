namespace WorkflowKit.Runs;

/// <summary>What an <c>input</c> step asks for.</summary>
/// <param name="Texts">Works out what is asked for, for people, and more about it.</param>
/// <param name="Schema">The JSON Schema of the data, as JSON text.</param>
internal sealed record InputRequest(Func<(string Title, string? Message)> Texts, string Schema);
