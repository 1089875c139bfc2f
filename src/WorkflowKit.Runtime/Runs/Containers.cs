using System.Runtime.ExceptionServices;

namespace WorkflowKit.Runs;

/// <summary>Steps that other steps stand in. What they come to follows from their inside, so a replay does not log them a second time.</summary>
internal static partial class Containers
{
    internal static async ValueTask RunAsync(RunScope scope, StepSlot slot, Func<RunScope, ValueTask> body) =>
        await RunAsync<object?>(scope, slot, Valueless(body), output: null).ConfigureAwait(false);

    /// <summary>Runs a container and records its begin and end.</summary>
    /// <param name="scope">Where the strand stands at the container.</param>
    /// <param name="slot">The container.</param>
    /// <param name="body">Its inside.</param>
    /// <param name="output">Turns its result into what the log keeps; <see langword="null"/>: it has no output.</param>
    internal static async ValueTask<T> RunAsync<T>(RunScope scope, StepSlot slot, Func<RunScope, ValueTask<T>> body, Func<T, object?>? output)
    {
        var run = scope.Run;
        var path = scope.Path;
        if (await IsSkippedAsync(scope, slot, path).ConfigureAwait(false)) return default!;
        return await RunOpenAsync(scope, slot, run.Open(slot, path), body, output).ConfigureAwait(false);
    }

    /// <summary>Runs what stands in a step that has begun already.</summary>
    internal static async ValueTask RunOpenAsync(RunScope scope, StepSlot slot, StepStarted started, Func<RunScope, ValueTask> body) =>
        await RunOpenAsync<object?>(scope, slot, started, Valueless(body), output: null).ConfigureAwait(false);

    private static async ValueTask<T> RunOpenAsync<T>(RunScope scope, StepSlot slot, StepStarted started, Func<RunScope, ValueTask<T>> body, Func<T, object?>? output)
    {
        var run = scope.Run;
        var path = started.Path;
        var inner = scope.Inside(slot);
        inner.Begin(started.Timestamp);
        try
        {
            var result = await body(inner).ConfigureAwait(false);
            run.Close(scope, slot, started, output?.Invoke(result));
            return result;
        }
        catch (ReturnSignal)
        {
            run.Close(scope, slot, started, null);
            throw;
        }
        catch (HaltedSignal signal)
        {
            run.Fail(scope, slot, path, StepErrors.Cancelled(slot, path), started.Attempt);
            signal.Paths.Add(path);
            throw;
        }
        catch (Exception error) when (error is not ReplayDivergenceException)
        {
            var failure = inner.Attribute(error);
            var failed = run.Fail(scope, slot, path, failure.Error, started.Attempt);
            if (failure.Paths.Count == 0) failure = new(failed.Error, path, failed.Sequence, failure);
            else failure.Paths.Add(path);

            // The stack trace leads through the definition's lines, so it must not begin anew here.
            ExceptionDispatchInfo.Throw(failure);
            throw;
        }
    }

    private static Func<RunScope, ValueTask<object?>> Valueless(Func<RunScope, ValueTask> body) => async inner =>
    {
        await body(inner).ConfigureAwait(false);
        return null;
    };

    private static async ValueTask<bool> IsSkippedAsync(RunScope scope, StepSlot slot, string path)
    {
        var run = scope.Run;
        if (run.Journal.Find(path) is { Outcome: StepSkipped { Reason: SkipReason.User } skipped, IsConsumed: false } record)
        {
            record.IsConsumed = true;
            scope.Settle(slot, skipped, StepStatus.Skipped, null, null);
            return true;
        }

        // A container that the log knows begins as it did, cut off or not: the log has its inside, and that is asked for first.
        var isKnown = run.Journal.Find(path) is not null;
        // Nor does a pause stop it: what was given to a step in it is taken before that, and whatever begins in it stops by itself.
        if (isKnown && !run.HasDelivery(path)) return false;
        if (!run.IsLive) await run.ParkAsync(ParkReason.Live, path, scope.Halt).ConfigureAwait(false);
        return await Leaf.BoundaryAsync(scope, slot, path).ConfigureAwait(false) is not null;
    }
}
