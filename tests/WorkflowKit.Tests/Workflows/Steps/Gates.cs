using System.Collections.Concurrent;

namespace WorkflowKit.Tests.Workflows.Steps;

/// <summary>Lets a test hold steps and let them go on.</summary>
public sealed class Gates
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _reached = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _open = new();

    /// <summary>Ends when a step has come to the gate.</summary>
    public Task ReachedAsync(string name) => Signal(_reached, name).Task.WaitAsync(TimeSpan.FromSeconds(20));

    public void Open(string name) => Signal(_open, name).TrySetResult();

    public bool IsReached(string name) => Signal(_reached, name).Task.IsCompleted;

    internal Task PassAsync(string name, CancellationToken cancellationToken)
    {
        Signal(_reached, name).TrySetResult();
        return Signal(_open, name).Task.WaitAsync(cancellationToken);
    }

    private static TaskCompletionSource Signal(ConcurrentDictionary<string, TaskCompletionSource> all, string name) =>
        all.GetOrAdd(name, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
