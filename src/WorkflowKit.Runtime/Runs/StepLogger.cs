using Microsoft.Extensions.Logging;

namespace WorkflowKit.Runs;

/// <summary>A step's logger: each line goes into the execution's log and to the host's own.</summary>
internal sealed class StepLogger(StepAttempt attempt, ILogger host) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => host.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        if (!IsEnabled(logLevel)) return;
        if (logLevel >= LogLevel.Information)
        {
            var line = formatter(state, exception);
            attempt.Write(logLevel, exception is null ? line : $"{line} ({exception.GetType().Name}: {exception.Message})");
        }

        host.Log(logLevel, eventId, state, exception, formatter);
    }
}
