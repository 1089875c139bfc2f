using System.Collections.Concurrent;

namespace WorkflowKit.Tests.Workflows.Steps;

/// <summary>What the steps of one host did, in order.</summary>
public sealed class Journal
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> Lines => [.. _lines];

    public void Write(string line) => _lines.Enqueue(line);
}
