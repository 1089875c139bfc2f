using WorkflowKit.Definitions;

namespace WorkflowKit;

/// <summary>
/// Keeps the texts of definitions: the current one of each workflow, and all that came before, by hash, because unfinished executions go on
/// with the version they began with. It keeps what it is given; checking is the registry's. Safe to use from several threads.
/// </summary>
public interface IDefinitionStore
{
    /// <summary>The current text of every workflow.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<StoredDefinition>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>A page of the workflows that have a current text, by id (as bytes are compared), without the texts: they may be many and long.</summary>
    /// <param name="after">The id after which the page begins; <see langword="null"/>: at the first. There need not be one of this id.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<DefinitionHead>> ListHeadsAsync(string? after, int limit, CancellationToken cancellationToken = default);

    /// <summary>The current text of a workflow, or <see langword="null"/>.</summary>
    /// <param name="workflowId">The workflow's id; one that is no legal id is not found.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<StoredDefinition?> FindAsync(string workflowId, CancellationToken cancellationToken = default);

    /// <summary>One version of a workflow's text, current or not, or <see langword="null"/>.</summary>
    /// <param name="workflowId">The workflow's id.</param>
    /// <param name="hash">The hash of the text.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<StoredDefinition?> FindAsync(string workflowId, string hash, CancellationToken cancellationToken = default);

    /// <summary>All versions of a workflow, the newest first.</summary>
    /// <param name="workflowId">The workflow's id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<DefinitionVersion>> VersionsAsync(string workflowId, CancellationToken cancellationToken = default);

    /// <summary>Makes a text the current one, all or nothing, and keeps it as a version. With the text that is current already, only the latter.</summary>
    /// <param name="workflowId">The workflow's id.</param>
    /// <param name="source">The text.</param>
    /// <param name="expectedHash">The version that must be current; <see cref="DefinitionVersion.New"/>: none may be; <see langword="null"/>: whatever is there is replaced.</param>
    /// <param name="cancellationToken">Gives up; then nothing was stored.</param>
    /// <exception cref="DefinitionConflictException">Another version than <paramref name="expectedHash"/> is current.</exception>
    /// <exception cref="ArgumentException"><paramref name="workflowId"/> is no legal id.</exception>
    ValueTask SaveAsync(string workflowId, SourceText source, string? expectedHash = null, CancellationToken cancellationToken = default);

    /// <summary>Removes the current text; the versions stay.</summary>
    /// <param name="workflowId">The workflow's id.</param>
    /// <param name="expectedHash">The version that must be current; <see langword="null"/>: any.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="DefinitionConflictException">Another version than <paramref name="expectedHash"/> is current.</exception>
    ValueTask<bool> DeleteAsync(string workflowId, string? expectedHash = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// The ids of workflows whose current text has changed, whoever changed it, from the first step of the enumeration until the token is cancelled.
    /// It may tell of a change twice, or of none at all, but misses none.
    /// </summary>
    /// <param name="cancellationToken">Ends the watching, with an <see cref="OperationCanceledException"/>.</param>
    IAsyncEnumerable<string> WatchAsync(CancellationToken cancellationToken);
}
