namespace WorkflowKit.Registry;

internal sealed partial class WorkflowRegistry
{
    public async ValueTask<WorkflowState?> InspectAsync(string workflowId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workflowId);
        if (!DefinitionId.IsLegal(workflowId))
            return null;
        using var pass = await _gates.EnterAsync(workflowId, cancellationToken).ConfigureAwait(false);
        while (await RefreshInsideAsync(workflowId, cancellationToken).ConfigureAwait(false) is { } stored)
        {
            if (StateOf(stored) is { } state)
                return state;

            // Another host has saved another text in this very moment: that one is looked at instead.
        }

        return null;
    }

    public async ValueTask<IReadOnlyList<WorkflowState>> InspectAllAsync(CancellationToken cancellationToken = default)
    {
        List<WorkflowState> states = [];
        foreach (var stored in await LoadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            if ((StateOf(stored) ?? await InspectAsync(stored.WorkflowId, cancellationToken).ConfigureAwait(false)) is { } state)
                states.Add(state);
        }

        states.Sort(static (one, other) => string.CompareOrdinal(one.Id, other.Id));
        return states;
    }

    public ValueTask<StoredDefinition?> ReadAsync(string workflowId, string? hash = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workflowId);
        return hash is null ? store.FindAsync(workflowId, cancellationToken) : store.FindAsync(workflowId, hash, cancellationToken);
    }

    /// <summary>How a text stands that was looked at; <see langword="null"/>: another one was.</summary>
    private WorkflowState? StateOf(StoredDefinition stored) =>
        _current.TryGetValue(stored.WorkflowId, out var current) && current.SeenHash == stored.Hash ? new(stored, current.Program?.Registered, current.Problem) : null;
}
