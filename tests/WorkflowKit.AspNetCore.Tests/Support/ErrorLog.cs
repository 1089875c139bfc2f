using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace WorkflowKit.AspNetCore.Tests.Support;

/// <summary>Keeps what the host warns of, and what it calls an error, for tests to see that there was none.</summary>
internal sealed class ErrorLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<Line> _lines = new();

    internal IReadOnlyCollection<Line> Lines => _lines;

    internal IReadOnlyCollection<string> Errors => [.. _lines.Where(static line => line.Level >= LogLevel.Error).Select(static line => $"{line.Message} {line.Error}")];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel)) _lines.Enqueue(new(logLevel, eventId.Id, formatter(state, exception), exception));
    }

    public void Dispose() { }

    internal sealed record Line(LogLevel Level, int Event, string Message, Exception? Error);
}
