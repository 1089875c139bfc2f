using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace WorkflowKit.Tests.Engine.Support;

/// <summary>A host's log.</summary>
internal sealed class LogRecorder(LogLevel lowest = LogLevel.Warning) : ILoggerFactory
{
    internal ConcurrentQueue<Line> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => new Recorder(lowest, Lines, categoryName);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("All is recorded here.");

    public void Dispose()
    {
    }

    internal sealed record Line(string Category, LogLevel Level, int Event, string Message, string? Error);

    private sealed class Recorder(LogLevel lowest, ConcurrentQueue<Line> lines, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= lowest;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) lines.Enqueue(new(category, logLevel, eventId.Id, formatter(state, exception), exception?.ToString()));
        }
    }
}
