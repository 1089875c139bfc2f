namespace WorkflowKit.Runs;

/// <summary>A failure of a step that the run itself finds: its kind and code are known. Not retried.</summary>
internal sealed class StepFaultException(string type, string? code, string message) : Exception(message)
{
    internal string Type { get; } = type;

    internal string? Code { get; } = code;
}
