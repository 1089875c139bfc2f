using System.ComponentModel;

namespace WorkflowKit;

/// <summary>The workflows of this host: saved, compiled, ready to run. Safe to use from several threads.</summary>
public interface IWorkflowRegistry
{
    /// <summary>The current version of a workflow, or <see langword="null"/> where there is none that compiles.</summary>
    /// <param name="workflowId">The workflow's id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<RegisteredWorkflow?> FindAsync(string workflowId, CancellationToken cancellationToken = default);

    /// <summary>One version of a workflow, current or not; an old one is compiled when it is asked for.</summary>
    /// <param name="workflowId">The workflow's id.</param>
    /// <param name="hash">The hash of its definition.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<RegisteredWorkflow?> FindAsync(string workflowId, string hash, CancellationToken cancellationToken = default);

    /// <summary>The current version of every workflow that compiles, by id.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<RegisteredWorkflow>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Checks and compiles a definition, stores it, and makes it the current version for the runs that start from now on. Runs under way end
    /// on the version they began with. Where there are errors nothing is stored and the last good version stays current.
    /// A text that is current already costs no compilation.
    /// </summary>
    /// <param name="definition">The text of workflow.json.</param>
    /// <param name="expectedHash">
    /// The version that the change was made from; <see cref="DefinitionVersion.New"/>: the workflow must not exist yet; <see langword="null"/>: whatever is there is replaced.
    /// </param>
    /// <param name="cancellationToken">Gives up; then nothing was stored.</param>
    /// <exception cref="DefinitionConflictException">Another version than <paramref name="expectedHash"/> is current.</exception>
    ValueTask<CompilationResult> SaveAsync(string definition, string? expectedHash = null, CancellationToken cancellationToken = default);

    /// <summary>Checks and compiles a definition and stores nothing.</summary>
    /// <param name="definition">The text of workflow.json.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<CompilationResult> ValidateAsync(string definition, CancellationToken cancellationToken = default);

    /// <summary>Removes a workflow; its versions stay for the executions that still need them.</summary>
    /// <param name="workflowId">The workflow's id.</param>
    /// <param name="expectedHash">The version that is meant; <see langword="null"/>: whatever is there.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether there was such a workflow.</returns>
    /// <exception cref="DefinitionConflictException">Another version than <paramref name="expectedHash"/> is current.</exception>
    ValueTask<bool> DeleteAsync(string workflowId, string? expectedHash = null, CancellationToken cancellationToken = default);

    /// <summary>All versions of a workflow, the newest first; empty where there never was one.</summary>
    /// <param name="workflowId">The workflow's id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<DefinitionVersion>> VersionsAsync(string workflowId, CancellationToken cancellationToken = default);

    /// <summary>How a workflow stands, also where its text does not compile; <see langword="null"/> where there is none.</summary>
    /// <param name="workflowId">The workflow's id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<WorkflowState?> InspectAsync(string workflowId, CancellationToken cancellationToken = default);

    /// <summary>How workflows stand, by pages, by id, also those whose texts do not compile. Only texts of the page that this host has not seen yet are read and compiled.</summary>
    /// <param name="query">Which; left out: the first of all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">The limit is out of range, or the place to go on from is not one that a page gave.</exception>
    ValueTask<WorkflowPage> InspectAsync(WorkflowQuery? query = null, CancellationToken cancellationToken = default);

    /// <summary>A text of a workflow as it is stored, whether it compiles or not: nothing is compiled. <see langword="null"/> where there is none.</summary>
    /// <param name="workflowId">The workflow's id.</param>
    /// <param name="hash">The version; <see langword="null"/>: the text that was saved last.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<StoredDefinition?> ReadAsync(string workflowId, string? hash = null, CancellationToken cancellationToken = default);

    /// <summary>Definitions in the store that do not compile as they stand, such as a file that somebody is just editing.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<CompilationResult>> ProblemsAsync(CancellationToken cancellationToken = default);

    /// <summary>Holds a version's program for a run: its code stays loaded until the lease is disposed.</summary>
    /// <param name="workflowId">The workflow's id.</param>
    /// <param name="hash">The hash of its definition; <see langword="null"/>: the current version.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The lease, which the caller disposes when the run has ended; <see langword="null"/> where there is no such version that compiles.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    ValueTask<WorkflowLease?> LeaseAsync(string workflowId, string? hash = null, CancellationToken cancellationToken = default);
}
