using WorkflowKit.Stores;

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

    public async ValueTask<WorkflowPage> InspectAsync(WorkflowQuery? query = null, CancellationToken cancellationToken = default)
    {
        query ??= new();
        WorkflowQuery.Demand(query);
        var (heads, hasMore) = await FindHeadsAsync(query, cancellationToken).ConfigureAwait(false);

        List<StoredDefinition> unseen = [];
        foreach (var head in heads.Where(head => StateOf(head) is null))
        {
            if (await store.FindAsync(head.WorkflowId, cancellationToken).OrUnavailable().ConfigureAwait(false) is { } stored)
                unseen.Add(stored);
        }

        await CompileUnseenAsync(unseen, cancellationToken).ConfigureAwait(false);
        List<WorkflowState> states = [];
        foreach (var head in heads)
        {
            if ((StateOf(head) ?? await InspectAsync(head.WorkflowId, cancellationToken).ConfigureAwait(false)) is { } state)
                states.Add(state);
        }

        return new(states, hasMore ? heads[^1].WorkflowId : null);
    }

    public ValueTask<StoredDefinition?> ReadAsync(string workflowId, string? hash = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workflowId);
        return (hash is null ? store.FindAsync(workflowId, cancellationToken) : store.FindAsync(workflowId, hash, cancellationToken)).OrUnavailable();
    }

    /// <summary>The workflows of a page, and whether there are more.</summary>
    private async ValueTask<(List<DefinitionHead> Heads, bool HasMore)> FindHeadsAsync(WorkflowQuery query, CancellationToken cancellationToken)
    {
        List<DefinitionHead> found = [];
        var batch = string.IsNullOrEmpty(query.Text) ? query.Limit + 1 : WorkflowQuery.MaxLimit;
        var after = query.After;
        while (true)
        {
            var heads = await store.ListHeadsAsync(after, batch, cancellationToken).OrUnavailable().ConfigureAwait(false);
            foreach (var head in heads)
            {
                if (!await MatchesAsync(head, query.Text, cancellationToken).ConfigureAwait(false))
                    continue;
                if (found.Count == query.Limit)
                    return (found, true);
                found.Add(head);
            }

            if (heads.Count < batch)
                return (found, false);
            after = heads[^1].WorkflowId;
        }
    }

    private async ValueTask<bool> MatchesAsync(DefinitionHead head, string? text, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(text) || head.WorkflowId.Contains(text, StringComparison.OrdinalIgnoreCase))
            return true;
        if (StateOf(head) is { } state)
            return state.Name.Contains(text, StringComparison.OrdinalIgnoreCase);

        // To tell a name, a text need not be compiled.
        var stored = await store.FindAsync(head.WorkflowId, cancellationToken).OrUnavailable().ConfigureAwait(false);
        return stored is not null && DefinitionId.NameIn(stored.Source.Text)?.Contains(text, StringComparison.OrdinalIgnoreCase) is true;
    }

    /// <summary>How a text stands that was looked at; <see langword="null"/>: another one was. The text is the one that is known, and need not be read.</summary>
    private WorkflowState? StateOf(DefinitionHead head)
    {
        if (!_current.TryGetValue(head.WorkflowId, out var current) || current.SeenHash != head.Hash)
            return null;
        var source = current.Problem is { } problem ? problem.Source : current.Program!.Registered.Definition.Source;
        return new(new(head.WorkflowId, source, head.SavedAt), current.Program?.Registered, current.Problem);
    }

    /// <summary>How a text stands that was looked at; <see langword="null"/>: another one was.</summary>
    private WorkflowState? StateOf(StoredDefinition stored) =>
        _current.TryGetValue(stored.WorkflowId, out var current) && current.SeenHash == stored.Hash ? new(stored, current.Program?.Registered, current.Problem) : null;
}
