using WorkflowKit.Definitions;

namespace WorkflowKit;

/// <summary>Turns definitions into programs. Safe to use from several threads.</summary>
public interface IWorkflowCompiler
{
    /// <summary>
    /// Checks a definition and compiles it. What is wrong with the definition is told in the result, never thrown; the diagnostics of its
    /// reading (<see cref="WorkflowDefinition.Diagnostics"/>) are among them.
    /// </summary>
    /// <param name="definition">The definition.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The result; its <see cref="CompilationResult.Program"/> belongs to the caller, who disposes it.</returns>
    ValueTask<CompilationResult> CompileAsync(WorkflowDefinition definition, CancellationToken cancellationToken = default);

    /// <summary>Compiles many at once, which is cheaper than one after the other.</summary>
    /// <param name="definitions">The definitions.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>One result a definition, in the same order; each program belongs to the caller.</returns>
    async ValueTask<IReadOnlyList<CompilationResult>> CompileAllAsync(IReadOnlyList<WorkflowDefinition> definitions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definitions);
        var results = new CompilationResult[definitions.Count];
        for (var i = 0; i < results.Length; i++)
            results[i] = await CompileAsync(definitions[i], cancellationToken).ConfigureAwait(false);
        return results;
    }

    /// <summary>Checks a definition without making a program of it.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<CompilationResult> ValidateAsync(WorkflowDefinition definition, CancellationToken cancellationToken = default);
}
