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

    [LoggerMessage(3006, LogLevel.Warning, "The C# compiler crashed; another, with code of its own, takes its place until the host starts anew, and is given the same to compile")]
    public static partial void Restarted(ILogger logger, Exception? exception);

    [LoggerMessage(3007, LogLevel.Error, "The C# compiler crashed, and no other can take its place, for the host is published as a single file. If it crashes again, start the host anew")]
    public static partial void NotRestarted(ILogger logger, Exception? exception);
}
