using Microsoft.Extensions.Logging;

namespace WorkflowKit.Compilation;

/// <summary>What the package tells the host's log. Event ids are fixed.</summary>
internal static partial class CompilerLog
{
    [LoggerMessage(3001, LogLevel.Debug, "Compiled {WorkflowId} in {Milliseconds} ms")]
    public static partial void Compiled(ILogger logger, string workflowId, double milliseconds);

    [LoggerMessage(3002, LogLevel.Warning, "The cached program {Key} is damaged; the workflow is compiled anew")]
    public static partial void DamagedProgram(ILogger logger, string key);

    [LoggerMessage(3003, LogLevel.Warning, "The cache folder {Folder} cannot be used; workflows are compiled anew at the next start")]
    public static partial void FolderFailed(ILogger logger, string folder, Exception exception);

    [LoggerMessage(3004, LogLevel.Error, "The compiler failed on the definition {FileName}. This is a bug in WorkflowKit; please report it with the definition")]
    public static partial void CompilerFailed(ILogger logger, string fileName, Exception exception);

    [LoggerMessage(3005, LogLevel.Debug, "The compiler is warm after {Milliseconds} ms")]
    public static partial void Warm(ILogger logger, double milliseconds);
}
