namespace WorkflowKit;

/// <summary>
/// The base of every exception that WorkflowKit raises on purpose, so that a host can tell them from bugs with one <c>catch</c>.
/// Each leaf carries its facts as properties.
/// </summary>
public abstract class WorkflowKitException : Exception
{
    private protected WorkflowKitException(string message) : base(message) { }

    private protected WorkflowKitException(string message, Exception? innerException) : base(message, innerException) { }
}
