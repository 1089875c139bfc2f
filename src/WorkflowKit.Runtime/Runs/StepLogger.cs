using Microsoft.Extensions.Logging;

namespace WorkflowKit.Runs;

/// <summary>A step's logger: each line goes into the execution's log and to the host's own, to both without secrets.</summary>
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

        if (attempt.HasSecrets) LogMasked(logLevel, eventId, state, exception, formatter);
        else host.Log(logLevel, eventId, state, exception, formatter);
    }

    private void LogMasked<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!host.IsEnabled(logLevel)) return;
        var line = formatter(state, exception);
        var masked = attempt.Masked(line);
        var shown = exception is null ? null : attempt.Masked(exception);
        if (masked == line && ReferenceEquals(shown, exception)) host.Log(logLevel, eventId, state, exception, formatter);
        else host.Log(logLevel, eventId, masked, shown, static (text, _) => text);
    }
}
