using WorkflowKit.Definitions;
using WorkflowKit.Stores;

namespace WorkflowKit.Registry;

internal sealed partial class WorkflowRegistry
{
    private const int VersionsTried = 3;

    /// <summary>Looks at a workflow's stored text, which somebody may have changed behind the registry's back.</summary>
    internal async ValueTask RefreshAsync(string workflowId, CancellationToken cancellationToken)
    {
        if (!DefinitionId.IsLegal(workflowId))
            return;
        using var pass = await _gates.EnterAsync(workflowId, cancellationToken).ConfigureAwait(false);
        await RefreshInsideAsync(workflowId, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Looks at all stored texts; those that are new are compiled together.</summary>
    internal async ValueTask LoadAllAsync(CancellationToken cancellationToken)
    {
        // One after the other: the second finds what the first has compiled.
        await _loading.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await LoadUnseenAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _loading.Release();
        }
    }

    private async ValueTask LoadUnseenAsync(CancellationToken cancellationToken)
    {
        var stored = await store.ListAsync(cancellationToken).ConfigureAwait(false);
        var ids = stored.Select(one => one.WorkflowId).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in _current.Keys.Where(id => !ids.Contains(id)))
            await RefreshAsync(gone, cancellationToken).ConfigureAwait(false);

        await CompileUnseenAsync([.. stored.Where(one => !IsSeen(one))], cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask CompileUnseenAsync(List<StoredDefinition> unseen, CancellationToken cancellationToken)
    {
        if (unseen.Count == 0)
            return;
        var results = await _compiler.CompileAllAsync(unseen, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < results.Count; i++)
        {
            // A save or a refresh may have been faster; then this is an old result.
            using var pass = await _gates.EnterAsync(unseen[i].WorkflowId, CancellationToken.None).ConfigureAwait(false);
            var now = await store.FindAsync(unseen[i].WorkflowId, CancellationToken.None).ConfigureAwait(false);
            if (now?.Hash == unseen[i].Hash && !IsSeen(now))
                await AcceptAsync(now, results[i]).ConfigureAwait(false);
            else
                results[i].Program?.Dispose();
        }
    }

    private async ValueTask<StoredDefinition?> RefreshInsideAsync(string workflowId, CancellationToken cancellationToken)
    {
        var stored = await store.FindAsync(workflowId, cancellationToken).OrUnavailable().ConfigureAwait(false);
        if (stored is null)
        {
            Forget(workflowId);
        }
        else if (!IsSeen(stored))
        {
            var result = await _compiler.CompileAsync(stored.Source, cancellationToken).ConfigureAwait(false);
            await AcceptAsync(stored, DefinitionCompiler.CheckName(result, stored)).ConfigureAwait(false);
        }

        return stored;
    }

    private bool IsSeen(StoredDefinition stored) => _current.TryGetValue(stored.WorkflowId, out var current) && current.SeenHash == stored.Hash;

    private async ValueTask AcceptAsync(StoredDefinition stored, CompilationResult result)
    {
        var id = stored.WorkflowId;
        if (result.Program is null)
        {
            var lastGood = _current.TryGetValue(id, out var known) ? known.Program : await FindLastGoodAsync(stored).ConfigureAwait(false);
            _current[id] = new(lastGood, stored.Hash, result);
            RegistryMessages.Broken(logger, id, DiagnosticFormatter.Format(result.Errors, stored.Source));
            return;
        }

        try
        {
            // A text that came from outside has to be kept as a version, now that executions may begin with it.
            await store.SaveAsync(id, stored.Source, stored.Hash).ConfigureAwait(false);
            Publish(id, stored.Hash, new(Describe(result), result.Program));
        }
        catch (Exception exception)
        {
            result.Program.Dispose();

            // Where it was changed once more in this moment, the next look finds the newer text.
            if (exception is not DefinitionConflictException)
                throw;
        }
    }

    /// <summary>The newest version that compiles, of the last few: after a restart over a file that somebody left broken.</summary>
    private async ValueTask<RegisteredProgram?> FindLastGoodAsync(StoredDefinition broken)
    {
        var versions = await store.VersionsAsync(broken.WorkflowId).ConfigureAwait(false);
        foreach (var version in versions.Where(version => version.Hash != broken.Hash).Take(VersionsTried))
        {
            if (await store.FindAsync(broken.WorkflowId, version.Hash).ConfigureAwait(false) is not { } stored)
                continue;
            var compiled = await _compiler.CompileAsync(stored.Source, CancellationToken.None).ConfigureAwait(false);
            var result = DefinitionCompiler.CheckName(compiled, stored);
            if (result.Program is not null)
                return new(Describe(result), result.Program);
        }

        return null;
    }

    private void Publish(string workflowId, string hash, RegisteredProgram program)
    {
        RegisteredProgram? replaced = null;
        _current.AddOrUpdate(
            workflowId,
            _ => new(program, hash, null),
            (_, known) =>
            {
                replaced = known.Program;
                return new(program, hash, null);
            });
        replaced?.Release();
        RegistryMessages.Current(logger, workflowId, hash);
    }

    private void Forget(string workflowId)
    {
        if (!_current.TryRemove(workflowId, out var known))
            return;
        known.Program?.Release();
        RegistryMessages.Gone(logger, workflowId);
    }
}
