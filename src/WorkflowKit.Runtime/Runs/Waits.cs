using System.Text.Json;
using WorkflowKit.Expressions;
using WorkflowKit.Schemas.Values;

namespace WorkflowKit.Runs;

/// <summary><c>wait</c>, <c>input</c> and <c>workflow</c>: steps that wait for the world and hold nothing while they do.</summary>
internal static class Waits
{
    internal static async ValueTask WaitAsync(RunScope scope, StepSlot slot, Func<DateTimeOffset, DateTimeOffset> dueAfter)
    {
        var run = scope.Run;
        var path = scope.Path;
        if (await Leaf.RecordedAsync(scope, slot, path).ConfigureAwait(false) is not null) return;
        if (await Leaf.BoundaryAsync(scope, slot, path).ConfigureAwait(false) is not null) return;
        var started = run.Open(slot, path);
        var dueAt = dueAfter(started.Timestamp);
        if (await Leaf.DelayAsync(scope, slot, path, started.Attempt, dueAt).ConfigureAwait(false) is not null) return;
        await CompleteAsync(scope, slot, started, null).ConfigureAwait(false);
    }

    internal static async ValueTask<JsonElement?> InputAsync(RunScope scope, StepSlot slot, InputRequest request, Func<RunScope, ValueTask>? onTimeout)
    {
        var run = scope.Run;
        var path = scope.Path;
        var record = run.Journal.Find(path);
        var isOver = record is { Received: null } && !run.IsLeftOut(path) && run.Journal.HasInner(record, slot);
        if (!isOver)
        {
            if (await Leaf.RecordedAsync(scope, slot, path).ConfigureAwait(false) is { } recorded) return DataOf(recorded);
            if (await Leaf.BoundaryAsync(scope, slot, path).ConfigureAwait(false) is { } skipped) return skipped.Substitute;
        }

        var started = run.Open(slot, path);
        if (!isOver)
        {
            var (data, skipped) = await AnswerAsync(scope, slot, started, record, request).ConfigureAwait(false);
            if (skipped) return data;
            if (data is { } given)
            {
                await CompleteAsync(scope, slot, started, given).ConfigureAwait(false);
                return given;
            }
        }

        if (onTimeout is null)
        {
            var failed = run.FailAttempt(scope, slot, started, new(slot.Id, path, $"Nobody answered within {StepErrors.Duration(slot.Timeout)}.", "timeout", "timeout"), null);
            await run.FlushAsync().ConfigureAwait(false);
            throw new StepFailedException(failed.Error, path, failed.Sequence);
        }

        await Containers.RunOpenAsync(scope, slot, started, onTimeout).ConfigureAwait(false);
        return null;
    }

    internal static async ValueTask<CelValue> ChildAsync(RunScope scope, StepSlot slot, string workflowId, Func<CelValue> inputs)
    {
        var run = scope.Run;
        var path = scope.Path;
        if (await Leaf.RecordedAsync(scope, slot, path).ConfigureAwait(false) is { } recorded) return Cel.Of(DataOf(recorded));
        var record = run.Journal.Find(path);
        try
        {
            if (await Leaf.BoundaryAsync(scope, slot, path).ConfigureAwait(false) is { } skipped)
            {
                if (record?.Started is not null) run.Setup.Children.Cancel(path);
                return Cel.Of(skipped.Substitute);
            }
        }
        catch (HaltedSignal) when (record?.Started is not null)
        {
            run.Setup.Children.Cancel(path);
            throw;
        }

        var given = inputs();
        var passed = given.ToJsonElement();
        var started = run.Open(slot, path, run.Setup.Secrets is { } secrets ? secrets.In(passed) : given);
        ChildOutcome? outcome;
        try
        {
            // The child must not outlive what the parent's log says of it.
            await run.FlushAsync().ConfigureAwait(false);
            outcome = await run.Setup.Children.StartAsync(path, StepAttempt.KeyOf(run.Setup.Execution.Id, path, record?.Generation ?? 0), workflowId, passed).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not ReplayDivergenceException)
        {
            throw await FailedAsync(scope, slot, started, StepErrors.Of(scope, slot, path, error, ofExpression: false)).ConfigureAwait(false);
        }

        while (outcome is null)
        {
            var dueAt = slot.Timeout is { } timeout ? After(started.Timestamp, timeout) : (DateTimeOffset?)null;
            var wake = await run.ParkAsync(ParkReason.Child, path, scope.Halt, dueAt).ConfigureAwait(false);
            outcome = run.Take<ChildDelivery>(path)?.Outcome;
            if (outcome is not null) break;
            if (wake == Wake.Delivered && run.TakeSkip(path) is { } skip)
            {
                run.Setup.Children.Cancel(path);
                var left = run.SkipByUser(scope, slot, path, skip);
                await run.FlushAsync().ConfigureAwait(false);
                return Cel.Of(left.Substitute);
            }

            run.Setup.Children.Cancel(path);
            if (wake == Wake.Halted) throw Leaf.Halted(scope, slot, path, started.Attempt);
            throw await FailedAsync(scope, slot, started, new(slot.Id, path, $"The child did not end within {StepErrors.Duration(slot.Timeout)}.", "timeout", "timeout")).ConfigureAwait(false);
        }

        if (outcome.Error is { } failure)
            throw await FailedAsync(scope, slot, started, new(slot.Id, path, failure.Message, "workflow", failure.Code)).ConfigureAwait(false);
        await CompleteAsync(scope, slot, started, outcome.Outputs).ConfigureAwait(false);
        return Cel.Of(outcome.Outputs);
    }

    /// <summary>Waits for a person: the data, or that the step is skipped, or neither where the time is over.</summary>
    private static async ValueTask<(JsonElement? Data, bool IsSkipped)> AnswerAsync(
        RunScope scope, StepSlot slot, StepStarted started, JournalRecord? record, InputRequest request)
    {
        var run = scope.Run;
        var path = started.Path;
        if (record?.Received is { } received) return (received.Data, false);
        var asked = record?.Request;
        if (asked is null)
        {
            var now = run.Time.GetUtcNow();
            var dueAt = slot.Timeout is { } timeout ? After(now, timeout) : (DateTimeOffset?)null;
            var (title, message) = request.Texts();
            asked = new InputRequested(now, slot, path, title, message, JsonElement.Parse(request.Schema, JsonDepth.Texts), dueAt);
            run.Log.Append(asked);
            await run.FlushAsync().ConfigureAwait(false);
        }

        var wake = await run.ParkAsync(ParkReason.Input, path, scope.Halt, asked.DueAt).ConfigureAwait(false);
        if (wake == Wake.Halted) throw Leaf.Halted(scope, slot, path, started.Attempt);
        if (run.Take<InputDelivery>(path) is { } given)
        {
            run.Log.Append(new InputReceived(run.Time.GetUtcNow(), slot, path, given.By, given.Data));
            return (given.Data, false);
        }

        if (run.TakeSkip(path) is not { } skip) return (null, false);
        var skipped = run.SkipByUser(scope, slot, path, skip);
        await run.FlushAsync().ConfigureAwait(false);
        return (skipped.Substitute, true);
    }

    private static async ValueTask CompleteAsync(RunScope scope, StepSlot slot, StepStarted started, object? output)
    {
        scope.Settle(slot, scope.Run.Completed(slot, started, output), StepStatus.Completed, null, started.Timestamp);
        await scope.Run.FlushAsync().ConfigureAwait(false);
    }

    private static async ValueTask<StepFailedException> FailedAsync(RunScope scope, StepSlot slot, StepStarted started, StepError error)
    {
        var failed = scope.Run.FailAttempt(scope, slot, started, error, null);
        await scope.Run.FlushAsync().ConfigureAwait(false);
        return new StepFailedException(failed.Error, started.Path, failed.Sequence);
    }

    private static JsonElement? DataOf(StepEvent recorded) => recorded switch
    {
        StepCompleted completed => completed.Output,
        StepSkipped skipped => skipped.Substitute,
        _ => null,
    };

    internal static DateTimeOffset After(DateTimeOffset time, TimeSpan span) => span < DateTimeOffset.MaxValue - time ? time + span : DateTimeOffset.MaxValue;
}
