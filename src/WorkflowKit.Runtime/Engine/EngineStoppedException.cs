namespace WorkflowKit;

/// <summary>This host is stopping: it starts nothing more. What runs is not lost; the next host goes on with it.</summary>
public sealed class EngineStoppedException : WorkflowKitException
{
    internal EngineStoppedException() : base("The engine has stopped, or is about to.") { }
}
