namespace WorkflowKit.Benchmarks.Sequence;

/// <summary>The limit: an async method that calls the same steps one after the other and appends the same started and completed entries to a list.</summary>
internal sealed class HandWritten(int steps)
{
    private readonly string[] _paths = [.. Enumerable.Range(0, steps).Select(i => $"s{i}")];
    private readonly NoOp _step = new();

    public async ValueTask<List<LogEntry>> RunAsync(CancellationToken cancellationToken)
    {
        var log = new List<LogEntry>();
        foreach (var path in _paths)
        {
            log.Add(new LogEntry(path, TimeProvider.System.GetUtcNow(), null));
            var output = await _step.ExecuteAsync(new NoOp.Input(1), null!, cancellationToken);
            log.Add(new LogEntry(path, TimeProvider.System.GetUtcNow(), output));
        }

        return log;
    }
}
