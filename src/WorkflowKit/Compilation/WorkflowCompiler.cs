using Microsoft.Extensions.Logging;
using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Compilation;

/// <summary>
/// The whole way from a definition to a program. What was compiled before, with the same steps and the same compiler, is not compiled again.
/// No definition makes it throw: what goes wrong inside is a diagnostic that asks for a bug report.
/// </summary>
internal sealed class WorkflowCompiler(
    IWorkflowFrontEnd frontEnd, RoslynStage roslyn, ProgramCache cache, ProgramLoader loader, TimeProvider time, ILogger<WorkflowCompiler> logger)
    : IWorkflowCompiler
{
    // What is compiled together is unloaded together, so there is a bound.
    private const int BatchSize = 32;

    public async ValueTask<CompilationResult> CompileAsync(WorkflowDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        cancellationToken.ThrowIfCancellationRequested();
        return Recall(definition) ?? (await Task.Run(() => Compile([definition], cancellationToken), cancellationToken).ConfigureAwait(false))[0];
    }

    public async ValueTask<IReadOnlyList<CompilationResult>> CompileAllAsync(
        IReadOnlyList<WorkflowDefinition> definitions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        cancellationToken.ThrowIfCancellationRequested();
        var results = definitions.Select(Recall).ToArray();
        foreach (var batch in Enumerable.Range(0, results.Length).Where(i => results[i] is null).ToArray().Chunk(BatchSize))
        {
            var compiled = await Task.Run(() => Compile([.. batch.Select(i => definitions[i])], cancellationToken), cancellationToken).ConfigureAwait(false);
            foreach (var (i, result) in batch.Zip(compiled))
                results[i] = result;
        }

        return results!;
    }

    public ValueTask<CompilationResult> ValidateAsync(WorkflowDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(ResultOf(definition, RunFrontEnd(definition, cancellationToken)));
    }

    private CompilationResult? Recall(WorkflowDefinition definition)
    {
        var start = time.GetTimestamp();
        if (definition.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) || cache.Find(frontEnd.KeyOf(definition)) is not { } known)
            return null;
        try
        {
            return new CompilationResult
            {
                Definition = definition,
                Diagnostics = known.Warnings,
                CSharp = known.CSharp,
                Program = loader.Load(known),
                Timings = [new StageTiming("load", time.GetElapsedTime(start))],
                FromCache = true,
            };
        }
        catch (ProgramLoadException)
        {
            // Compiling it anew shows whether the cached program or the host is at fault.
            return null;
        }
    }

    private CompilationResult[] Compile(WorkflowDefinition[] definitions, CancellationToken cancellationToken)
    {
        var fronts = definitions.Length == 1
            ? [RunFrontEnd(definitions[0], cancellationToken)]
            : definitions.AsParallel().AsOrdered().Select(definition => RunFrontEnd(definition, cancellationToken)).ToArray();
        var outcomes = roslyn.Compile(fronts.Select(front => front.Source).OfType<GeneratedSource>(), cancellationToken);
        return [.. definitions.Zip(fronts, (definition, front) =>
            front.Source is { } source ? Finish(definition, front, source, outcomes[source]) : ResultOf(definition, front))];
    }

    private CompilationResult Finish(WorkflowDefinition definition, FrontEndResult front, GeneratedSource source, RoslynOutcome outcome)
    {
        var result = ResultOf(definition, front) with { Timings = [.. front.Timings, new StageTiming("compile", outcome.Duration)] };
        if (outcome.Image is null)
            return Failed(result, CompilerDiagnostics.EmittedCodeDoesNotCompile, string.Join("; ", outcome.Errors.Take(5)));

        var start = time.GetTimestamp();
        var program = new CachedProgram(source.ClassName, source.CSharp, front.Diagnostics, outcome.Image);
        try
        {
            result = result with { Program = loader.Load(program), Timings = [.. result.Timings, new StageTiming("load", time.GetElapsedTime(start))] };
        }
        catch (ProgramLoadException exception)
        {
            CompilerLog.CompilerFailed(logger, definition.Source.FileName, exception);
            return Failed(result, CompilerDiagnostics.CompilerFailed, exception.Message);
        }

        cache.Add(frontEnd.KeyOf(definition), program);
        CompilerLog.Compiled(logger, definition.Id, result.Timings.Sum(timing => timing.Duration.TotalMilliseconds));
        return result;
    }

    private FrontEndResult RunFrontEnd(WorkflowDefinition definition, CancellationToken cancellationToken)
    {
        try
        {
            return frontEnd.Run(definition, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            CompilerLog.CompilerFailed(logger, definition.Source.FileName, exception);
            return new FrontEndResult([.. definition.Diagnostics, CompilerDiagnostics.CompilerFailed.At("", definition.Root.Span, [exception.Message])], null, []);
        }
    }

    private static CompilationResult ResultOf(WorkflowDefinition definition, FrontEndResult front) => new()
    {
        Definition = definition,
        Diagnostics = front.Diagnostics,
        CSharp = front.Source?.CSharp,
        Timings = front.Timings,
    };

    private static CompilationResult Failed(CompilationResult result, DiagnosticDescriptor descriptor, string detail) => result with
    {
        Diagnostics = [.. result.Diagnostics, descriptor.At("", result.Definition!.Root.Span, [detail])],
    };
}
