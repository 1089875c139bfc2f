namespace WorkflowKit;

/// <summary>A step class cannot be registered, or a compiled workflow needs one that is not. The message says how to mend it.</summary>
public sealed class StepRegistrationException : WorkflowKitException
{
    internal StepRegistrationException(string subject, string message) : base($"{subject}: {message}") => Subject = subject;

    /// <summary>The class, or the step type, that the message is about.</summary>
    public string Subject { get; }
}
