namespace WorkflowKit.Diagnostics;

/// <summary>How much a diagnostic weighs: an error keeps a definition from being saved, a warning does not.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing; nothing needs to change.</summary>
    Info,

    /// <summary>The definition runs, but probably not as its author thinks.</summary>
    Warning,

    /// <summary>The definition cannot be compiled.</summary>
    Error,
}
