using System.Collections.Concurrent;

namespace WorkflowKit.AspNetCore.Tests.Support;

/// <summary>Where steps wait until a test lets them go on.</summary>
internal sealed class Gates
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _gates = new();

    internal Task WaitAsync(string key, CancellationToken cancellationToken) => Gate(key).Task.WaitAsync(cancellationToken);

    internal void Open(string key) => Gate(key).TrySetResult();

    internal bool IsOpen(string key) => Gate(key).Task.IsCompleted;

    private TaskCompletionSource Gate(string key) => _gates.GetOrAdd(key, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
