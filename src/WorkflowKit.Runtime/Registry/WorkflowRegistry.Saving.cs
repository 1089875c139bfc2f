using WorkflowKit.Definitions;
using WorkflowKit.Stores;

namespace WorkflowKit.Registry;

internal sealed partial class WorkflowRegistry
{
    public async ValueTask<CompilationResult> SaveAsync(string definition, string? expectedHash = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var source = DefinitionId.Name(definition);
        if (await FindUnchangedAsync(source, cancellationToken).ConfigureAwait(false) is { } known)
            return known;

        // Whoever is late learns it before the work, not only after it.
        if (expectedHash is not null && source.FileName.EndsWith(Names.DefinitionFileSuffix, StringComparison.Ordinal))
            await ThrowIfLateAsync(WorkflowIdOf(source), expectedHash, cancellationToken).ConfigureAwait(false);

        var result = await _compiler.CompileAsync(source, cancellationToken).ConfigureAwait(false);
        if (result.Program is not { } program)
            return result;

        try
        {
            await StoreAsync(result, program, expectedHash, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            program.Dispose();
            throw;
        }

        return result with { Program = null };
    }

    private async ValueTask StoreAsync(CompilationResult result, ICompiledProgram program, string? expectedHash, CancellationToken cancellationToken)
    {
        var definition = result.Definition!;
        using var pass = await _gates.EnterAsync(definition.Id, cancellationToken).ConfigureAwait(false);
        await store.SaveAsync(definition.Id, definition.Source, expectedHash, cancellationToken).OrUnavailable().ConfigureAwait(false);
        Publish(definition.Id, definition.Hash, new(Describe(result), program));
    }

    /// <summary>The answer to a save of the text that is current already; comparing hashes is all that it costs. Nothing is lost by it, so it is no conflict.</summary>
    private async ValueTask<CompilationResult?> FindUnchangedAsync(SourceText source, CancellationToken cancellationToken)
    {
        if (!_current.TryGetValue(WorkflowIdOf(source), out var current) || current.Problem is not null || current.Program is not { } program || current.SeenHash != source.Hash)
            return null;
        var stored = await store.FindAsync(program.Registered.Id, cancellationToken).OrUnavailable().ConfigureAwait(false);
        if (stored?.Hash != source.Hash)
            return null;

        var registered = program.Registered;
        return new() { Definition = registered.Definition, Diagnostics = registered.Diagnostics, CSharp = registered.CSharp, FromCache = true };
    }

    private async ValueTask ThrowIfLateAsync(string workflowId, string expectedHash, CancellationToken cancellationToken)
    {
        var stored = await store.FindAsync(workflowId, cancellationToken).OrUnavailable().ConfigureAwait(false);
        DefinitionConflictException.ThrowIfOther(workflowId, expectedHash, stored?.Hash);
    }

    private static string WorkflowIdOf(SourceText source) => source.FileName.Replace(Names.DefinitionFileSuffix, "", StringComparison.Ordinal);
}
