using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Registry;

/// <summary>From a text to a program: reading, and all stages of the compiler.</summary>
internal sealed class DefinitionCompiler(IWorkflowCompiler compiler, DefinitionLimits limits, TimeProvider time)
{
    public async ValueTask<CompilationResult> CompileAsync(SourceText source, CancellationToken cancellationToken)
    {
        var read = Read(source);
        return read.Definition is null ? read : Merge(read, await compiler.CompileAsync(read.Definition, cancellationToken).ConfigureAwait(false));
    }

    public async ValueTask<CompilationResult> ValidateAsync(SourceText source, CancellationToken cancellationToken)
    {
        var read = Read(source);
        return read.Definition is null ? read : Merge(read, await compiler.ValidateAsync(read.Definition, cancellationToken).ConfigureAwait(false));
    }

    public async ValueTask<IReadOnlyList<CompilationResult>> CompileAllAsync(IReadOnlyList<StoredDefinition> stored, CancellationToken cancellationToken)
    {
        var results = stored.Select(one => Read(one.Source)).ToArray();
        var readable = Enumerable.Range(0, results.Length).Where(i => results[i].Definition is not null).ToArray();
        var compiled = await compiler.CompileAllAsync([.. readable.Select(i => results[i].Definition!)], cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < readable.Length; i++)
            results[readable[i]] = Merge(results[readable[i]], compiled[i]);
        return [.. results.Zip(stored, CheckName)];
    }

    /// <summary>Reports a text that says it is another workflow than its store does.</summary>
    public static CompilationResult CheckName(CompilationResult result, StoredDefinition stored)
    {
        if (result.Definition is not { } definition || definition.Id == stored.WorkflowId || definition.Id.Length == 0)
            return result;

        result.Program?.Dispose();
        var id = definition.Root["id"]!;
        var diagnostic = RegistryDiagnostics.OtherId.At(id.Pointer, id.Span, [definition.Id, stored.WorkflowId]);
        return result with { Program = null, CSharp = null, Diagnostics = [.. result.Diagnostics, diagnostic] };
    }

    private CompilationResult Read(SourceText source)
    {
        var start = time.GetTimestamp();
        var read = WorkflowReader.Read(source, limits);
        return new() { Source = source, Definition = read.Definition, Diagnostics = read.Diagnostics, Timings = [new("read", time.GetElapsedTime(start))] };
    }

    /// <summary>A program of a definition with errors, which no compiler should make, is not run.</summary>
    private static CompilationResult Merge(CompilationResult read, CompilationResult compiled)
    {
        var errors = read.Succeeded ? [] : read.Diagnostics.Except(compiled.Diagnostics).ToList();
        var result = compiled with { Source = read.Source, Timings = [.. read.Timings, .. compiled.Timings], Diagnostics = errors.Count == 0 ? compiled.Diagnostics : [.. errors, .. compiled.Diagnostics] };
        if (result.Succeeded || result.Program is null)
            return result;
        result.Program.Dispose();
        return result with { Program = null };
    }
}
