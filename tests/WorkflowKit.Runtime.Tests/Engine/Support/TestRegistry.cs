using System.Collections.Concurrent;
using WorkflowKit.Runs;

namespace WorkflowKit.Tests.Engine.Support;

/// <summary>Workflows that are there because a test put them there; the last one of an id is the current version.</summary>
internal sealed class TestRegistry : IWorkflowRegistry
{
    private readonly ConcurrentDictionary<string, TestWorkflow> _current = new();
    private readonly ConcurrentDictionary<(string, string), TestWorkflow> _versions = new();
    private int _leases;

    internal int Leases => _leases;

    /// <summary>Holds leases up.</summary>
    internal Task Loading { get; set; } = Task.CompletedTask;

    /// <summary>Called when an execution lets go of its program.</summary>
    internal Action Releasing { get; set; } = static () => { };

    internal TestRegistry Add(params TestWorkflow[] workflows)
    {
        foreach (var workflow in workflows) _current[workflow.WorkflowId] = _versions[(workflow.WorkflowId, workflow.DefinitionHash)] = workflow;
        return this;
    }

    internal void Forget(string workflowId, string hash) => _versions.TryRemove((workflowId, hash), out _);

    public async ValueTask<WorkflowLease?> LeaseAsync(string workflowId, string? hash = null, CancellationToken cancellationToken = default)
    {
        await Loading;
        var workflow = hash is null ? _current.GetValueOrDefault(workflowId) : _versions.GetValueOrDefault((workflowId, hash));
        if (workflow is null) return null;
        Interlocked.Increment(ref _leases);
        return new WorkflowLease(new RegisteredWorkflow(null!, null, []), workflow, () =>
        {
            Interlocked.Decrement(ref _leases);
            Releasing();
        });
    }

    public ValueTask<RegisteredWorkflow?> FindAsync(string workflowId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<RegisteredWorkflow?> FindAsync(string workflowId, string hash, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<RegisteredWorkflow>> ListAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<CompilationResult> SaveAsync(string definition, string? expectedHash = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<CompilationResult> ValidateAsync(string definition, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<bool> DeleteAsync(string workflowId, string? expectedHash = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<DefinitionVersion>> VersionsAsync(string workflowId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<CompilationResult>> ProblemsAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<WorkflowState?> InspectAsync(string workflowId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<WorkflowPage> InspectAsync(WorkflowQuery? query = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<StoredDefinition?> ReadAsync(string workflowId, string? hash = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
