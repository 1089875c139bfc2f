using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using WorkflowKit.Definitions;
using WorkflowKit.Stores;

namespace WorkflowKit.Registry;

/// <summary>The registry over any definition store and any compiler. What the store holds is true; memory only spares compiling it again.</summary>
internal sealed partial class WorkflowRegistry(
    IDefinitionStore store, IWorkflowCompiler compiler, DefinitionLimits limits, TimeProvider time, ILogger<WorkflowRegistry> logger)
    : IWorkflowRegistry, IDisposable
{
    private const int OldVersionsKept = 16;

    private readonly ConcurrentDictionary<string, CurrentWorkflow> _current = new(StringComparer.Ordinal);
    private readonly DefinitionCompiler _compiler = new(compiler, limits, time);
    private readonly ProgramShelf _shelf = new(OldVersionsKept);
    private readonly Gates _gates = new();
    private readonly SemaphoreSlim _loading = new(1, 1);

    public async ValueTask<RegisteredWorkflow?> FindAsync(string workflowId, CancellationToken cancellationToken = default)
    {
        using var lease = await LeaseAsync(workflowId, null, cancellationToken).ConfigureAwait(false);
        return lease?.Registered;
    }

    public async ValueTask<RegisteredWorkflow?> FindAsync(string workflowId, string hash, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(hash);
        using var lease = await LeaseAsync(workflowId, hash, cancellationToken).ConfigureAwait(false);
        return lease?.Registered;
    }

    public async ValueTask<IReadOnlyList<RegisteredWorkflow>> ListAsync(CancellationToken cancellationToken = default)
    {
        await LoadAllAsync(cancellationToken).ConfigureAwait(false);
        return [.. _current.Values.Select(one => one.Program?.Registered).OfType<RegisteredWorkflow>().OrderBy(one => one.Id, StringComparer.Ordinal)];
    }

    public async ValueTask<IReadOnlyList<CompilationResult>> ProblemsAsync(CancellationToken cancellationToken = default)
    {
        await LoadAllAsync(cancellationToken).ConfigureAwait(false);
        return [.. _current.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => one.Value.Problem).OfType<CompilationResult>()];
    }

    public ValueTask<IReadOnlyList<DefinitionVersion>> VersionsAsync(string workflowId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workflowId);
        return store.VersionsAsync(workflowId, cancellationToken);
    }

    public ValueTask<CompilationResult> ValidateAsync(string definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return _compiler.ValidateAsync(DefinitionId.Name(definition), cancellationToken);
    }

    public ValueTask<WorkflowLease?> LeaseAsync(string workflowId, string? hash = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workflowId);
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<WorkflowLease?>(cancellationToken);
        if (TryLeaseCurrent(workflowId, hash, out var lease))
            return new(lease);
        return DefinitionId.IsLegal(workflowId) ? LoadAsync(workflowId, hash, cancellationToken) : default;
    }

    private async ValueTask<WorkflowLease?> LoadAsync(string workflowId, string? hash, CancellationToken cancellationToken)
    {
        using var pass = await _gates.EnterAsync(workflowId, cancellationToken).ConfigureAwait(false);
        if (!_current.ContainsKey(workflowId))
            await RefreshInsideAsync(workflowId, cancellationToken).ConfigureAwait(false);
        if (TryLeaseCurrent(workflowId, hash, out var lease) || hash is null)
            return lease;
        return _shelf.Lease(workflowId, hash) ?? await LoadOldAsync(workflowId, hash, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<bool> DeleteAsync(string workflowId, string? expectedHash = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workflowId);
        using var pass = await _gates.EnterAsync(workflowId, cancellationToken).ConfigureAwait(false);
        var wasThere = await store.DeleteAsync(workflowId, expectedHash, cancellationToken).OrUnavailable().ConfigureAwait(false);
        Forget(workflowId);
        return wasThere;
    }

    /// <summary>Lets go of all programs; runs under way keep theirs until they end.</summary>
    public void Dispose()
    {
        foreach (var workflowId in _current.Keys)
        {
            if (_current.TryRemove(workflowId, out var known))
                known.Program?.Release();
        }

        _shelf.Dispose();
        _gates.Dispose();
        _loading.Dispose();
    }

    /// <summary>Holds the current program; where it was released in between, there is a newer one or none.</summary>
    private bool TryLeaseCurrent(string workflowId, string? hash, out WorkflowLease? lease)
    {
        lease = null;
        while (_current.TryGetValue(workflowId, out var current) && current.Program is { } program && (hash is null || program.Registered.Hash == hash))
        {
            if (program.TryLease(out lease))
                return true;
        }

        return false;
    }

    private async ValueTask<WorkflowLease?> LoadOldAsync(string workflowId, string hash, CancellationToken cancellationToken)
    {
        var stored = await store.FindAsync(workflowId, hash, cancellationToken).OrUnavailable().ConfigureAwait(false);
        if (stored is null)
            return null;
        var result = await _compiler.CompileAsync(stored.Source, cancellationToken).ConfigureAwait(false);
        if (result.Program is null)
            return null;

        var program = new RegisteredProgram(Describe(result), result.Program);
        program.TryLease(out var lease);
        _shelf.Add(program);
        return lease;
    }

    private static RegisteredWorkflow Describe(CompilationResult result) => new(result.Definition!, result.CSharp, result.Diagnostics);
}
