namespace WorkflowKit.Benchmarks.Sequence;

/// <summary>What a hand-written method would note: that a step started (no output) or completed.</summary>
internal sealed record LogEntry(string Path, DateTimeOffset Timestamp, object? Output);
