using Microsoft.Extensions.Logging;

namespace WorkflowKit.Registry;

/// <summary>What the registry and its stores tell the host's log.</summary>
internal static partial class RegistryMessages
{
    [LoggerMessage(1500, LogLevel.Information, "Workflow {WorkflowId} is at version {Hash}")]
    internal static partial void Current(ILogger logger, string workflowId, string hash);

    [LoggerMessage(1501, LogLevel.Warning, "The stored definition of {WorkflowId} has errors; its last good version, if any, stays current.\n{Diagnostics}")]
    internal static partial void Broken(ILogger logger, string workflowId, string diagnostics);

    [LoggerMessage(1502, LogLevel.Information, "Workflow {WorkflowId} is gone")]
    internal static partial void Gone(ILogger logger, string workflowId);

    [LoggerMessage(1503, LogLevel.Error, "Watching the definition store failed; trying again in {Pause}")]
    internal static partial void WatchingFailed(ILogger logger, Exception exception, TimeSpan pause);

    [LoggerMessage(1504, LogLevel.Error, "Looking at the stored definition of {WorkflowId} failed")]
    internal static partial void RefreshFailed(ILogger logger, Exception exception, string workflowId);

    [LoggerMessage(1505, LogLevel.Warning, "The file {File} is left alone: {Reason}")]
    internal static partial void FileIgnored(ILogger logger, string file, string reason);

    [LoggerMessage(1506, LogLevel.Warning, "The folder {Folder} cannot be watched; it is looked through every {Pause} instead")]
    internal static partial void NoWatcher(ILogger logger, Exception exception, string folder, TimeSpan pause);

    [LoggerMessage(1507, LogLevel.Information, "The folder {Folder} holds no definitions; they are files whose names end in {Suffix}")]
    internal static partial void NoDefinitions(ILogger logger, string folder, string suffix);
}
