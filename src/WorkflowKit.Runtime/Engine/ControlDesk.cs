using System.Text.Json;
using WorkflowKit.Log;
using WorkflowKit.Schemas;
using WorkflowKit.Stores;

namespace WorkflowKit.Engine;

/// <summary>Takes what people ask of executions: checks it, stores it, and brings back what became of it.</summary>
internal sealed class ControlDesk(EngineCore core)
{
    /// <summary>Returns once the request is stored, and handled where this host runs the execution.</summary>
    /// <exception cref="ExecutionNotFoundException">There is no such execution.</exception>
    internal async Task AskAsync(ControlRequest request, CancellationToken cancellationToken)
    {
        core.ThrowIfStopping();
        var answer = core.Answers.Expect(request);
        try
        {
            if (!await core.Store.AddControlAsync(request, cancellationToken).OrUnavailable().ConfigureAwait(false)) throw new ExecutionNotFoundException(request.ExecutionId);
            core.Answers.Stored(request.Id);
            core.Actors.Find(request.ExecutionId)?.Hint(request);
            // Where another host runs it, stored is all that can be promised.
            if (!answer.IsCompleted && !await core.Waker.WakeAsync(request.ExecutionId).ConfigureAwait(false)) core.Answers.Give(request.Id, null);
            await answer.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            core.Answers.Forget(request.Id);
        }
    }

    /// <summary>The execution, if it has not ended.</summary>
    /// <exception cref="ExecutionNotFoundException">There is no such execution.</exception>
    /// <exception cref="ExecutionStateException">It has ended.</exception>
    internal async ValueTask<ExecutionRecord> DemandUnfinishedAsync(string executionId, string wanted, CancellationToken cancellationToken)
    {
        var record = await DemandAsync(executionId, cancellationToken).ConfigureAwait(false);
        return record.Status.IsFinished() ? throw new ExecutionStateException(executionId, record.Status, wanted) : record;
    }

    internal async ValueTask<ExecutionRecord> DemandAsync(string executionId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(executionId);
        return await core.Store.FindAsync(executionId, cancellationToken).OrUnavailable().ConfigureAwait(false) ?? throw new ExecutionNotFoundException(executionId);
    }

    /// <summary>Checks a person's data against the schema of the step that waits for it.</summary>
    /// <returns>The data as it may be recorded.</returns>
    internal JsonElement Check(ExecutionRecord record, string path, JsonElement data)
    {
        if (LogFacts.OpenRequest(record.Entries, path, core.Time.GetUtcNow()) is not { } request) throw new StepNotWaitingException(record.Id, path, "does not wait for input");
        var schema = JsonSchema.Compile(request.Schema);
        var complete = data.ValueKind is JsonValueKind.Undefined ? data : schema.ApplyDefaults(data.Clone());
        if (complete.ValueKind is JsonValueKind.Undefined) throw new InvalidInputsException($"step '{path}'", "there is none");
        var result = schema.Validate(complete);
        return result.IsValid ? schema.Redact(complete) : throw new InvalidInputsException($"step '{path}'", result.Errors);
    }

    /// <summary>A parent that is cancelled takes its children along; it waits for none of them.</summary>
    internal void CancelChild(string childId, ControlRequest? cause) => _ = CancelChildAsync(childId, cause);

    /// <summary>What an execution leaves behind when it does not complete ends with it.</summary>
    /// <param name="parent">The execution.</param>
    /// <param name="cause">What it was asked for.</param>
    /// <param name="path">Only of the step there.</param>
    internal async ValueTask CancelChildrenOfAsync(ExecutionHeader parent, ControlRequest? cause, string? path = null)
    {
        var query = new ExecutionQuery
        {
            ParentId = parent.Id,
            Statuses = [ExecutionStatus.Pending, ExecutionStatus.Running, ExecutionStatus.Paused],
            From = parent.CreatedAt,
            Limit = ExecutionQuery.MaxLimit,
        };
        foreach (var child in (await core.Store.QueryAsync(query).ConfigureAwait(false)).Items)
        {
            if (path is null || await IsCalledFromAsync(child.Id, path).ConfigureAwait(false)) await CancelChildAsync(child.Id, cause).ConfigureAwait(false);
        }
    }

    internal Task RetryChildAsync(string childId) => AskAsync(new ControlRequest(childId, ControlKind.Retry, core.Time.GetUtcNow()), CancellationToken.None);

    private async ValueTask<bool> IsCalledFromAsync(string childId, string path)
    {
        try
        {
            return await core.Store.FindAsync(childId).ConfigureAwait(false) is { Header: { } header } && header.ParentPath == path;
        }
        catch (ExecutionCorruptException error)
        {
            LogMessages.ChildNotCancelled(core.Logger, error, childId);
            return false;
        }
    }

    private async Task CancelChildAsync(string childId, ControlRequest? cause)
    {
        try
        {
            await AskAsync(new ControlRequest(childId, ControlKind.Cancel, core.Time.GetUtcNow()) { By = cause?.By, Reason = cause?.Reason }, CancellationToken.None)
                .ConfigureAwait(false);
        }
        catch (WorkflowKitException error) when (error is ExecutionStateException or ExecutionNotFoundException or EngineStoppedException)
        {
            // It has ended meanwhile; or it ends with its parent on the next host.
        }
        catch (Exception error)
        {
            LogMessages.ChildNotCancelled(core.Logger, error, childId);
        }
    }
}
