using System.Diagnostics;
using System.Text.Json;
using WorkflowKit.Log;
using WorkflowKit.Testing.Assertions;

namespace WorkflowKit.Testing;

public sealed partial class WorkflowTestHost
{
    // Ten years: no workflow that a test lets run to its end waits for longer.
    private static readonly TimeSpan LongestRun = TimeSpan.FromDays(3653);

    /// <summary>Starts an execution, and returns once the host is at rest. No time passes.</summary>
    /// <param name="workflowId">The workflow.</param>
    /// <param name="inputs">Its inputs: any object whose JSON they are; <see langword="null"/>: none.</param>
    /// <param name="options">For whom, and how.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The execution's id.</returns>
    /// <exception cref="WorkflowNotFoundException">There is no such workflow.</exception>
    /// <exception cref="InvalidInputsException">The inputs are not what the workflow asks for.</exception>
    /// <exception cref="WorkflowAssertionException">The host does not come to rest, or a fake gave what does not fit its step.</exception>
    public async Task<string> StartAsync(string workflowId, object? inputs = null, StartOptions? options = null, CancellationToken cancellationToken = default)
    {
        var id = await (inputs is null ? Engine.StartAsync(workflowId, default, options, cancellationToken) : Engine.StartAsync(workflowId, inputs, options, cancellationToken)).ConfigureAwait(false);
        await UntilAtRestAsync(cancellationToken).ConfigureAwait(false);
        return id;
    }

    /// <summary>Starts an execution and lets it run, as <see cref="RunToEndAsync"/> does.</summary>
    /// <inheritdoc cref="StartAsync(string, object?, StartOptions?, CancellationToken)"/>
    /// <returns>The execution as it then stands.</returns>
    public async Task<ExecutionRecord> RunAsync(string workflowId, object? inputs = null, StartOptions? options = null, CancellationToken cancellationToken = default) =>
        await RunToEndAsync(await StartAsync(workflowId, inputs, options, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>
    /// Lets time pass by itself, from timer to timer, until an execution has ended, or it, or one that it started, waits for a person, or somebody paused it, or
    /// it cannot go on. A wait for a person that has a time limit is a wait for a person: let the limit pass with <see cref="AdvanceAsync"/>.
    /// </summary>
    /// <param name="executionId">The execution.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The execution as it then stands.</returns>
    /// <exception cref="ExecutionNotFoundException">There is no such execution.</exception>
    /// <exception cref="WorkflowAssertionException">It does not end within <see cref="Patience"/> or ten years of its own time, or a fake gave what does not fit its step.</exception>
    public async Task<ExecutionRecord> RunToEndAsync(string executionId, CancellationToken cancellationToken = default)
    {
        var (start, last) = (Stopwatch.GetTimestamp(), Time.GetUtcNow() + LongestRun);
        while (true)
        {
            await UntilAtRestAsync(cancellationToken).ConfigureAwait(false);
            var record = await GetAsync(executionId, cancellationToken).ConfigureAwait(false);
            if (record.Status.IsFinished() || record.Error is not null || record.WaitsFor?.Reason is PauseReason.User || await WaitsForPersonAsync(record, cancellationToken).ConfigureAwait(false)) return record;
            if (Stopwatch.GetElapsedTime(start) > Patience || Time.NextTimerAt is not { } next || next > last)
                throw ExecutionRecordAssertions.Failure(record, $"It does not end: it is {record.Status}{(_journal.WaitingIn(executionId) > 0 ? ", and a fake waits for a signal" : "")}.");
            Time.AdvanceToNextTimer();
        }
    }

    /// <summary>Lets time pass, from timer to timer, and returns once the host is at rest. What is due at a moment has happened before the next comes, so that a wait of days takes milliseconds.</summary>
    /// <param name="span">How much.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    /// <exception cref="WorkflowAssertionException">The host does not come to rest, or a fake gave what does not fit its step.</exception>
    public async Task AdvanceAsync(TimeSpan span, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero);
        var end = Time.GetUtcNow() + span;
        await UntilAtRestAsync(cancellationToken).ConfigureAwait(false);
        while (Time.NextTimerAt is { } next && next <= end)
        {
            Time.AdvanceToNextTimer();
            await UntilAtRestAsync(cancellationToken).ConfigureAwait(false);
        }
        Time.Advance(end > Time.GetUtcNow() ? end - Time.GetUtcNow() : TimeSpan.Zero);
        await UntilAtRestAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Waits until nothing in the host moves any more before time passes or somebody asks for something. A step that runs moves, unless it is a fake that waits for the test.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="WorkflowAssertionException">The host does not come to rest, or a fake gave what does not fit its step.</exception>
    public Task UntilAtRestAsync(CancellationToken cancellationToken = default) => _rest.UntilAsync(cancellationToken);

    /// <summary>Waits until the host is at rest; an execution must be paused then. No time passes.</summary>
    /// <param name="executionId">The execution.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="ExecutionNotFoundException">There is no such execution.</exception>
    /// <exception cref="WorkflowAssertionException">It is not paused.</exception>
    public async Task<ExecutionRecord> UntilPausedAsync(string executionId, CancellationToken cancellationToken = default)
    {
        await UntilAtRestAsync(cancellationToken).ConfigureAwait(false);
        var record = await GetAsync(executionId, cancellationToken).ConfigureAwait(false);
        return record.Status == ExecutionStatus.Paused ? record : throw ExecutionRecordAssertions.Failure(record, $"It should be paused; it is {record.Status}.");
    }

    /// <summary>Waits until the host is at rest; an execution must wait for a person then. No time passes.</summary>
    /// <param name="executionId">The execution.</param>
    /// <param name="path">The path of the step that asks; <see langword="null"/>: any.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="ExecutionNotFoundException">There is no such execution.</exception>
    /// <exception cref="WorkflowAssertionException">It does not.</exception>
    public async Task<ExecutionRecord> UntilWaitsForInputAsync(string executionId, string? path = null, CancellationToken cancellationToken = default)
    {
        await UntilAtRestAsync(cancellationToken).ConfigureAwait(false);
        return (await GetAsync(executionId, cancellationToken).ConfigureAwait(false)).ShouldWaitForInput(path);
    }

    /// <summary>Gives the input that a step waits for, as a person would, and returns once the host is at rest. No time passes.</summary>
    /// <param name="executionId">The execution.</param>
    /// <param name="path">The path of the step that asks.</param>
    /// <param name="data">The input: any object whose JSON it is.</param>
    /// <param name="by">Who gives it.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="ExecutionNotFoundException">There is no such execution.</exception>
    /// <exception cref="InvalidInputsException">The input is not what the step asks for.</exception>
    /// <exception cref="WorkflowAssertionException">The host does not come to rest, or a fake gave what does not fit its step.</exception>
    public async Task SupplyInputAsync(string executionId, string path, object data, string? by = null, CancellationToken cancellationToken = default)
    {
        await Engine.SupplyInputAsync(executionId, path, data, new ControlOptions { By = by }, cancellationToken).ConfigureAwait(false);
        await UntilAtRestAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>An execution as it stands.</summary>
    /// <param name="executionId">The execution.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ExecutionNotFoundException">There is no such execution.</exception>
    public async Task<ExecutionRecord> GetAsync(string executionId, CancellationToken cancellationToken = default) =>
        await Engine.GetAsync(executionId, cancellationToken).ConfigureAwait(false) ?? throw new ExecutionNotFoundException(executionId);

    private async Task<bool> WaitsForPersonAsync(ExecutionRecord record, CancellationToken cancellationToken)
    {
        if (record.OpenRequests.Count > 0) return true;
        foreach (var child in (await Engine.QueryAsync(new() { ParentId = record.Id }, cancellationToken).ConfigureAwait(false)).Items)
        {
            if (!child.Status.IsFinished() && await WaitsForPersonAsync(await GetAsync(child.Id, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false)) return true;
        }
        return false;
    }
}
