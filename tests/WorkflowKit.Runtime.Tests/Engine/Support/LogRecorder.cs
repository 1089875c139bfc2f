using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace WorkflowKit.Tests.Engine.Support;

/// <summary>A host's log, from warnings upwards.</summary>
internal sealed class LogRecorder : ILoggerFactory
{
    internal ConcurrentQueue<(string Category, LogLevel Level, int Event, string Message)> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => new Recorder(this, categoryName);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("All is recorded here.");

    public void Dispose()
    {
    }

    private sealed class Recorder(LogRecorder log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) log.Lines.Enqueue((category, logLevel, eventId.Id, formatter(state, exception)));
        }
    }
}
