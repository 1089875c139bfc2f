using System.ComponentModel;
using WorkflowKit.Runs;

namespace WorkflowKit;

/// <summary>A program that stays loaded until the lease is disposed. Disposing twice does nothing.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WorkflowLease : IDisposable
{
    private Action? _release;

    /// <summary>Makes a lease; registries do.</summary>
    /// <param name="registered">The version.</param>
    /// <param name="workflow">Its program.</param>
    /// <param name="release">Called once, when the lease is disposed.</param>
    public WorkflowLease(RegisteredWorkflow registered, CompiledWorkflow workflow, Action? release = null)
    {
        ArgumentNullException.ThrowIfNull(registered);
        ArgumentNullException.ThrowIfNull(workflow);
        Registered = registered;
        Workflow = workflow;
        _release = release;
    }

    /// <summary>The version.</summary>
    public RegisteredWorkflow Registered { get; }

    /// <summary>The program; not to be used after the lease was disposed.</summary>
    public CompiledWorkflow Workflow { get; }

    /// <summary>Lets the program go.</summary>
    public void Dispose() => Interlocked.Exchange(ref _release, null)?.Invoke();
}
