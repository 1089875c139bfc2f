using System.Runtime.ExceptionServices;

namespace WorkflowKit.Runs;

internal static partial class Containers
{
    internal static ValueTask TryAsync(
        RunScope scope,
        StepSlot slot,
        Func<RunScope, ValueTask> body,
        Func<RunScope, StepError, ValueTask<bool>>? catchClause,
        Func<RunScope, ValueTask>? finallyBody) =>
        RunAsync(scope, slot, inner => finallyBody is null
            ? GuardedAsync(inner, slot, body, catchClause)
            : FinallyAsync(inner, slot, body, catchClause, finallyBody));

    private static async ValueTask FinallyAsync(
        RunScope scope, StepSlot slot, Func<RunScope, ValueTask> body, Func<RunScope, StepError, ValueTask<bool>>? catchClause, Func<RunScope, ValueTask> finallyBody)
    {
        Exception? ended = null;
        try
        {
            await GuardedAsync(scope, slot, body, catchClause).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not ReplayDivergenceException)
        {
            ended = error;
        }

        // It runs after a cancel too, so its steps' token is not the run's. A retry after a failure runs it again.
        var trace = ended is null ? scope.Trace : [];
        var inner = scope.Inside(slot, halt: ended is HaltedSignal || scope.Halt.IsRequested ? scope.Run.Shield() : null, trace: trace);
        try
        {
            await AttributedAsync(inner, finallyBody).ConfigureAwait(false);
        }
        catch (Exception error) when (ended is not null && error is StepFailedException or HaltedSignal)
        {
            // The later failure goes on in place of the first; a retry has to mend both.
            PathsOf(error)?.AddRange([.. PathsOf(ended) ?? [], .. trace!]);
            throw;
        }

        if (ended is not null && scope.Trace is { } outer)
        {
            lock (outer) outer.AddRange(trace!);
        }

        PathsOf(ended)?.AddRange(trace!);
        if (ended is not null) ExceptionDispatchInfo.Throw(ended);
    }

    private static List<string>? PathsOf(Exception? ended) => ended switch
    {
        StepFailedException failure => failure.Paths,
        HaltedSignal halted => halted.Paths,
        _ => null,
    };

    private static async ValueTask GuardedAsync(
        RunScope scope, StepSlot slot, Func<RunScope, ValueTask> body, Func<RunScope, StepError, ValueTask<bool>>? catchClause)
    {
        try
        {
            await AttributedAsync(scope.Inside(slot), body).ConfigureAwait(false);
        }
        catch (StepFailedException failure) when (catchClause is not null)
        {
            var inner = scope.Inside(slot);
            bool handled;
            try
            {
                handled = await catchClause(inner, failure.Error).ConfigureAwait(false);
            }
            catch (Exception error) when (error is not (RunSignal or StepFailedException or ReplayDivergenceException))
            {
                throw inner.Attribute(error);
            }

            if (!handled) throw;
        }
    }

    /// <summary>Runs a body so that what it throws is known to belong to the step it stood at.</summary>
    private static async ValueTask AttributedAsync(RunScope scope, Func<RunScope, ValueTask> body)
    {
        try
        {
            await body(scope).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not (RunSignal or StepFailedException or ReplayDivergenceException))
        {
            throw scope.Attribute(error);
        }
    }
}
