using System.Collections.Concurrent;
using System.Text.Json;
using WorkflowKit.Runs;

namespace WorkflowKit.Tests.Runs.Support;

/// <summary>Remembers the children that were started; they end when the test says so.</summary>
internal sealed class TestChildren : IChildRunner
{
    internal ConcurrentDictionary<string, string> Started { get; } = new();

    internal ConcurrentQueue<string> Cancelled { get; } = [];

    internal ChildOutcome? EndsAtOnce { get; set; }

    internal Exception? Refuses { get; set; }

    public ValueTask<ChildOutcome?> StartAsync(string path, string key, string workflowId, JsonElement inputs)
    {
        if (Refuses is not null) throw Refuses;
        Started[path] = key;
        return new(EndsAtOnce);
    }

    public void Cancel(string path) => Cancelled.Enqueue(path);
}
