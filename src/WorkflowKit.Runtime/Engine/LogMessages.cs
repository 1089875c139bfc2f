using Microsoft.Extensions.Logging;

namespace WorkflowKit.Engine;

/// <summary>What the engine tells the host's log. Event ids 2000 to 2099.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(2000, LogLevel.Debug, "Execution {ExecutionId} of {WorkflowId} has ended: {Status}")]
    internal static partial void Ended(ILogger logger, string executionId, string workflowId, ExecutionStatus status);

    [LoggerMessage(2013, LogLevel.Warning, "Execution {ExecutionId} of {WorkflowId} failed at {Path}: {Message}")]
    internal static partial void FailedAt(ILogger logger, string executionId, string workflowId, string path, string message);

    [LoggerMessage(2014, LogLevel.Warning, "Execution {ExecutionId} of {WorkflowId} failed: {Message}")]
    internal static partial void Failed(ILogger logger, string executionId, string workflowId, string message);

    [LoggerMessage(2001, LogLevel.Warning, "Execution {ExecutionId} is run by another host by now")]
    internal static partial void TakenOver(ILogger logger, string executionId);

    [LoggerMessage(2002, LogLevel.Error, "Execution {ExecutionId} is let go of; it will be taken up again from its log")]
    internal static partial void GivenUp(ILogger logger, Exception error, string executionId);

    [LoggerMessage(2003, LogLevel.Error, "Execution {ExecutionId} cannot run on this host; it is paused")]
    internal static partial void NotServed(ILogger logger, Exception error, string executionId);

    [LoggerMessage(2004, LogLevel.Warning, "The execution store failed ({Store}); trying again in {Pause}")]
    internal static partial void StoreFailed(ILogger logger, Exception error, string? store, TimeSpan pause);

    [LoggerMessage(2005, LogLevel.Error, "Looking for due executions failed; trying again in {Pause}")]
    internal static partial void PumpFailed(ILogger logger, Exception error, TimeSpan pause);

    [LoggerMessage(2006, LogLevel.Error, "Renewing the lease of {Owner} failed")]
    internal static partial void RenewFailed(ILogger logger, Exception error, string owner);

    [LoggerMessage(2007, LogLevel.Error, "{Owner} renewed its lease too late: other hosts may run its executions, and this one lets go of them")]
    internal static partial void LeaseLost(ILogger logger, string owner);

    [LoggerMessage(2008, LogLevel.Error, "Purging finished executions failed")]
    internal static partial void PurgeFailed(ILogger logger, Exception error);

    [LoggerMessage(2009, LogLevel.Information, "Purged {Count} finished executions")]
    internal static partial void Purged(ILogger logger, int count);

    [LoggerMessage(2010, LogLevel.Warning, "{Count} executions did not come to a step's end within {Grace}; their running steps will run again")]
    internal static partial void CutOff(ILogger logger, int count, TimeSpan grace);

    [LoggerMessage(2011, LogLevel.Error, "Cancelling child execution {ExecutionId} failed")]
    internal static partial void ChildNotCancelled(ILogger logger, Exception error, string executionId);

    [LoggerMessage(2012, LogLevel.Warning, "Storing the progress of execution {ExecutionId} failed; it is tried again with what the execution does next")]
    internal static partial void LateCommitFailed(ILogger logger, Exception error, string executionId);

    [LoggerMessage(2018, LogLevel.Warning, "This host cannot load version {Hash} of {WorkflowId}: its executions are left to other hosts, and wait where there is none")]
    internal static partial void NotLoaded(ILogger logger, Exception error, string workflowId, string hash);

    [LoggerMessage(2019, LogLevel.Information, "This host can load version {Hash} of {WorkflowId} again: it takes up its executions")]
    internal static partial void LoadedAgain(ILogger logger, string workflowId, string hash);

    [LoggerMessage(2017, LogLevel.Information, "Execution {ExecutionId} of {WorkflowId} was imported")]
    internal static partial void Imported(ILogger logger, string executionId, string workflowId);

    [LoggerMessage(2016, LogLevel.Information, "Execution {ExecutionId} was deleted")]
    internal static partial void Deleted(ILogger logger, string executionId);

    [LoggerMessage(2015, LogLevel.Error, "Execution {ExecutionId} cannot be read from the store; it is left alone until somebody asks for it")]
    internal static partial void Unreadable(ILogger logger, Exception error, string executionId);

    [LoggerMessage(2020, LogLevel.Warning, "Asking the store what has changed failed; those who watch lists are told later")]
    internal static partial void ListLookFailed(ILogger logger, Exception error);

    [LoggerMessage(2021, LogLevel.Warning, "{Owner} stops and cannot give its executions back to the store: they are taken up when its lease is over")]
    internal static partial void NotGivenBack(ILogger logger, Exception error, string owner);

    [LoggerMessage(2022, LogLevel.Information, "Took up {Count} running executions whose host is gone")]
    internal static partial void TookUp(ILogger logger, int count);
}
