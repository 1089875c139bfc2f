using System.Text.Json;

namespace WorkflowKit;

/// <summary>
/// Runs workflows: starts executions, shows how they go on, and takes what people ask of them. One a host; safe to use from several threads.
/// What it acknowledges is as durable as its store.
/// </summary>
public interface IExecutionEngine
{
    /// <summary>
    /// Runs a workflow and returns once the execution has ended, or waits for somebody (for input, for a resume), itself or in a child that it waits
    /// for. It begins in the caller's thread where that is free to wait; use <see cref="StartAsync"/> to be back at once.
    /// </summary>
    /// <param name="workflowId">The workflow.</param>
    /// <param name="inputs">Its inputs; left out: none.</param>
    /// <param name="options">For whom and by what it is started.</param>
    /// <param name="cancellationToken">Gives up waiting; the execution goes on.</param>
    /// <exception cref="WorkflowNotFoundException">There is no such workflow.</exception>
    /// <exception cref="InvalidInputsException">The inputs do not satisfy the workflow's schema.</exception>
    /// <exception cref="ArgumentException">There are too many tags, or one is no tag.</exception>
    /// <exception cref="QueueFullException">The host has as many executions waiting as it takes.</exception>
    /// <exception cref="StartKeyConflictException">The start key was used with other inputs.</exception>
    /// <exception cref="EngineStoppedException">The host is stopping.</exception>
    Task<ExecutionRecord> RunAsync(string workflowId, JsonElement inputs = default, StartOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Starts a workflow and returns the execution's id at once.</summary>
    /// <param name="workflowId">The workflow.</param>
    /// <param name="inputs">Its inputs; left out: none.</param>
    /// <param name="options">For whom and by what it is started.</param>
    /// <param name="cancellationToken">Gives up, if nothing was started yet.</param>
    /// <exception cref="WorkflowNotFoundException">There is no such workflow.</exception>
    /// <exception cref="InvalidInputsException">The inputs do not satisfy the workflow's schema.</exception>
    /// <exception cref="ArgumentException">There are too many tags, or one is no tag.</exception>
    /// <exception cref="QueueFullException">The host has as many executions waiting as it takes.</exception>
    /// <exception cref="StartKeyConflictException">The start key was used with other inputs.</exception>
    /// <exception cref="EngineStoppedException">The host is stopping.</exception>
    Task<string> StartAsync(string workflowId, JsonElement inputs = default, StartOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Returns once an execution has ended, or waits for somebody (for input, for a resume), itself or in a child that it waits for.</summary>
    /// <param name="executionId">The execution.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="ExecutionNotFoundException">There is no such execution.</exception>
    Task<ExecutionRecord> WaitAsync(string executionId, CancellationToken cancellationToken = default);

    /// <summary>
    /// An execution's events: those after a place in the log, then each as it happens, without gap and nothing twice. The sequence ends after
    /// the execution's last event. A slow reader never slows the run: it reads from the log what it has missed.
    /// </summary>
    /// <param name="executionId">The execution.</param>
    /// <param name="after">The sequence of the last event that is known already; 0: from the start.</param>
    /// <param name="cancellationToken">Ends the watching.</param>
    /// <exception cref="ExecutionNotFoundException">There is no such execution.</exception>
    /// <exception cref="EngineStoppedException">The host stopped before the execution had ended.</exception>
    IAsyncEnumerable<ProgressEvent> WatchAsync(string executionId, long after = 0, CancellationToken cancellationToken = default);

    /// <summary>An execution's events after a place in its log, as far as there are any now: one page of what <see cref="WatchAsync"/> gives.</summary>
    /// <param name="executionId">The execution.</param>
    /// <param name="after">The sequence of the last event that is known already; 0: from the start.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ExecutionNotFoundException">There is no such execution.</exception>
    Task<IReadOnlyList<ProgressEvent>> ReadEventsAsync(string executionId, long after = 0, int limit = 500, CancellationToken cancellationToken = default);

    /// <summary>An execution as it stands, or <see langword="null"/>.</summary>
    /// <param name="executionId">The execution.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<ExecutionRecord?> GetAsync(string executionId, CancellationToken cancellationToken = default);

    /// <summary>Lists executions, the newest first.</summary>
    /// <param name="query">Which; left out: all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">The limit is out of range, the place to go on from is not one that a page gave, or a tag is none.</exception>
    Task<ExecutionPage> QueryAsync(ExecutionQuery? query = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Tells those who show a list which executions are new in it, have another status, or were deleted or purged. It begins with
    /// <see cref="ExecutionListChange.IsReset"/>: what is read from then on and what is told join without a gap. Bursts of changes are told of as one. What other
    /// processes do to the same store is told of as well, within a second or so. Where more than 500 executions change or go in one of these times, or between two
    /// readings of a slow reader, it is told to read anew.
    /// </summary>
    /// <param name="query">
    /// Which list; left out: all. Its statuses and its page do not matter: one that leaves a list of the failed ones is told of, too. Of those that
    /// are gone only the ids and the user are known: one is told of those that were never in the list as well, but of none of another user.
    /// </param>
    /// <param name="cancellationToken">Ends the watching.</param>
    /// <exception cref="EngineStoppedException">The host has stopped.</exception>
    /// <exception cref="StoreUnavailableException">The store failed; watch anew.</exception>
    IAsyncEnumerable<ExecutionListChange> WatchListAsync(ExecutionQuery? query = null, CancellationToken cancellationToken = default);

    /// <summary>Counts executions by the day of their creation and by status, for an overview.</summary>
    /// <param name="query">Which; left out: all. Its page does not matter.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">A tag is none.</exception>
    Task<ExecutionCounts> CountAsync(ExecutionQuery? query = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Runs an execution's log through the current version of its workflow and says where the two part: whether a change of the definition still
    /// does what was done. No step is called, nothing is written.
    /// </summary>
    /// <param name="executionId">The execution, finished or not.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ExecutionNotFoundException">There is no such execution.</exception>
    /// <exception cref="WorkflowNotFoundException">Its workflow is gone.</exception>
    Task<ReplayReport> ReplayAsync(string executionId, CancellationToken cancellationToken = default);

    /// <summary>As <see cref="ReplayAsync(string, CancellationToken)"/>, for an execution of any host that was exported.</summary>
    /// <param name="export">The execution.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="WorkflowNotFoundException">There is no such workflow here.</exception>
    Task<ReplayReport> ReplayAsync(ExecutionExport export, CancellationToken cancellationToken = default);

    /// <summary>Everything that is kept of an execution, to be written as JSON lines and read elsewhere.</summary>
    /// <param name="executionId">The execution.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ExecutionNotFoundException">There is no such execution.</exception>
    Task<ExecutionExport> ExportAsync(string executionId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes in an execution that was exported, from this host or another, as it is: with its id, times, log and end. It does nothing by itself; where this host knows its workflow's
    /// version, one that failed can be retried. Only what has ended is taken: anything else would be done twice, here and where it came from. Its retention begins anew.
    /// </summary>
    /// <param name="export">The execution.</param>
    /// <param name="cancellationToken">Gives up, if nothing was stored yet.</param>
    /// <returns>The execution.</returns>
    /// <exception cref="ExecutionStateException">It has not ended.</exception>
    /// <exception cref="ExecutionExistsException">There is an execution of its id.</exception>
    /// <exception cref="StartKeyConflictException">The same user's start key made another execution here.</exception>
    /// <exception cref="ArgumentException">The store cannot keep one of its ids.</exception>
    Task<ExecutionRecord> ImportAsync(ExecutionExport export, CancellationToken cancellationToken = default);

    /// <summary>
    /// Removes a finished execution with all that is kept of it, before its retention is over. Its start key is free again. Executions that its steps started are
    /// executions of their own and stay until their time, as they do where it is purged.
    /// </summary>
    /// <param name="executionId">The execution.</param>
    /// <param name="cancellationToken">Gives up, if nothing was removed yet.</param>
    /// <exception cref="ExecutionNotFoundException">There is no such execution, or none any more.</exception>
    /// <exception cref="ExecutionStateException">
    /// It has not ended; or it was asked for something that is not carried out yet; or the execution whose step started it has not ended, which would start it anew.
    /// </exception>
    Task DeleteAsync(string executionId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Asks an execution to end: its steps are told, what has completed is compensated. Asking again changes nothing.
    /// </summary>
    /// <param name="executionId">The execution.</param>
    /// <param name="options">Who asks, and why.</param>
    /// <param name="cancellationToken">Gives up, if nothing was recorded yet.</param>
    /// <exception cref="ExecutionNotFoundException">There is no such execution.</exception>
    /// <exception cref="ExecutionStateException">It has completed or failed.</exception>
    Task CancelAsync(string executionId, ControlOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Asks an execution to wait at the next step boundary until <see cref="ResumeAsync"/>. Asking again changes nothing. Input that comes meanwhile is
    /// taken, and used then; leaving out a step that waits lets the execution go on. Its children run on.
    /// </summary>
    /// <param name="executionId">The execution.</param>
    /// <param name="options">Who asks.</param>
    /// <param name="cancellationToken">Gives up, if nothing was recorded yet.</param>
    /// <exception cref="ExecutionNotFoundException">There is no such execution.</exception>
    /// <exception cref="ExecutionStateException">It has ended.</exception>
    Task PauseAsync(string executionId, ControlOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Lets an execution go on that somebody paused, or that its host could not serve. One that waits for a time or for input goes on waiting.
    /// </summary>
    /// <param name="executionId">The execution.</param>
    /// <param name="options">Who asks.</param>
    /// <param name="cancellationToken">Gives up, if nothing was recorded yet.</param>
    /// <exception cref="ExecutionNotFoundException">There is no such execution.</exception>
    /// <exception cref="ExecutionStateException">It has ended.</exception>
    Task ResumeAsync(string executionId, ControlOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Lets a failed execution go on from the step that failed; steps that have completed are not run again. Where a child failed, that child goes on
    /// from its own failed step; where it was cancelled, another is started.
    /// </summary>
    /// <param name="executionId">The execution.</param>
    /// <param name="options">Who asks.</param>
    /// <param name="cancellationToken">Gives up, if nothing was recorded yet.</param>
    /// <exception cref="ExecutionNotFoundException">There is no such execution.</exception>
    /// <exception cref="ExecutionStateException">It has not failed.</exception>
    /// <exception cref="InvalidInputsException">Inputs were secret and are known no more.</exception>
    Task RetryAsync(string executionId, ControlOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lets an execution go on without its failed step, or without one that waits.</summary>
    /// <param name="executionId">The execution.</param>
    /// <param name="path">The step's path.</param>
    /// <param name="output">What stands for the output of an activity, an <c>input</c> or a <c>workflow</c>; left out: it has none.</param>
    /// <param name="options">Who asks.</param>
    /// <param name="cancellationToken">Gives up, if nothing was recorded yet.</param>
    /// <exception cref="ExecutionNotFoundException">There is no such execution.</exception>
    /// <exception cref="ExecutionStateException">It has completed or was cancelled.</exception>
    /// <exception cref="StepNotWaitingException">
    /// The step has not failed and does not wait; or there is nothing in it to leave out (<c>set</c>, <c>log</c>, <c>return</c>, <c>fail</c>).
    /// </exception>
    /// <exception cref="InvalidInputsException">The substitute is not what the step gives; or inputs were secret and are known no more.</exception>
    Task SkipAsync(string executionId, string path, JsonElement? output = null, ControlOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Starts a new execution of the same workflow, in its current version, with the inputs of another execution.</summary>
    /// <param name="executionId">The other execution.</param>
    /// <param name="options">For whom it is started, and its tags; what is left out is that of the other execution. Its trigger is always <see cref="ExecutionTrigger.Rerun"/>.</param>
    /// <param name="cancellationToken">Gives up, if nothing was started yet.</param>
    /// <returns>The new execution's id.</returns>
    /// <exception cref="ExecutionNotFoundException">There is no such execution.</exception>
    /// <exception cref="WorkflowNotFoundException">Its workflow is gone.</exception>
    /// <exception cref="InvalidInputsException">The workflow takes other inputs by now, or some were secret and are known no more.</exception>
    /// <exception cref="QueueFullException">The host has as many executions waiting as it takes.</exception>
    Task<string> RerunAsync(string executionId, StartOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Supplies the data that an <c>input</c> step waits for. An execution that somebody paused takes it, and goes on when it is resumed.</summary>
    /// <param name="executionId">The execution.</param>
    /// <param name="path">The step's path.</param>
    /// <param name="data">The data.</param>
    /// <param name="options">Who supplies it.</param>
    /// <param name="cancellationToken">Gives up, if nothing was recorded yet.</param>
    /// <exception cref="ExecutionNotFoundException">There is no such execution.</exception>
    /// <exception cref="ExecutionStateException">It has ended.</exception>
    /// <exception cref="StepNotWaitingException">The step does not wait for input, or has got it.</exception>
    /// <exception cref="InvalidInputsException">The data does not satisfy the step's schema.</exception>
    Task SupplyInputAsync(string executionId, string path, JsonElement data, ControlOptions? options = null, CancellationToken cancellationToken = default);
}
