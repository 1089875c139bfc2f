using Microsoft.Extensions.Logging;

namespace WorkflowKit.AspNetCore.Problems;

/// <summary>What the endpoints tell the host's log. Event ids 4000 to 4099.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(4000, LogLevel.Error, "{Method} {Path} failed")]
    internal static partial void Failed(ILogger logger, Exception error, string method, string? path);

    [LoggerMessage(4001, LogLevel.Warning, "{Method} {Path} could not be served: {Code}, {Detail}")]
    internal static partial void Unavailable(ILogger logger, Exception? error, string method, string? path, string code, string detail);

    [LoggerMessage(4002, LogLevel.Debug, "{Method} {Path} was refused: {Code}, {Detail}")]
    internal static partial void Refused(ILogger logger, string method, string? path, string code, string detail);

    [LoggerMessage(4003, LogLevel.Warning, "{Method} {Path} was refused: {Detail}")]
    internal static partial void CrossSite(ILogger logger, string method, string? path, string detail);
}
