namespace WorkflowKit.Compilation;

/// <summary>A compiled program does not load into this host.</summary>
internal sealed class ProgramLoadException(Exception inner)
    : Exception((inner.InnerException ?? inner).Message, inner);
