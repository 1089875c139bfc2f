namespace WorkflowKit;

/// <summary>A text is no exported execution, or one of a newer version, or it is damaged or incomplete. Nothing was imported.</summary>
public sealed class InvalidExportException : WorkflowKitException
{
    internal InvalidExportException(int line, string problem, Exception? cause = null) : base($"Line {line} of the export: {problem}", cause) => Line = line;

    /// <summary>The line at which it shows, from 1.</summary>
    public int Line { get; }
}
