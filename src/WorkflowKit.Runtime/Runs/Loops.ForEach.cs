using System.Runtime.ExceptionServices;
using WorkflowKit.Expressions;

namespace WorkflowKit.Runs;

internal static partial class Loops
{
    internal static ValueTask<List<TResult>> ForEachAsync<TItem, TResult>(
        RunScope scope,
        StepSlot slot,
        Func<IEnumerable<TItem>> items,
        int concurrency,
        Func<RunScope, TItem, long, ValueTask<TResult>> body,
        Func<TResult, CelValue>? toCel) =>
        Containers.RunAsync<List<TResult>>(
            scope,
            slot,
            async inner =>
            {
                var list = Materialize(items(), scope.Run.Services.Limits.MaxItems);
                var results = new TResult[list.Count];
                if (concurrency <= 1 || list.Count <= 1) await OneByOneAsync(inner, slot, list, results, body).ConfigureAwait(false);
                else await SideBySideAsync(inner, slot, list, concurrency, results, body).ConfigureAwait(false);
                return [.. results];
            },
            toCel is null ? null : results => Containers.Bounded(scope, CelValue.List([.. results.Select(toCel)])));

    private static async ValueTask OneByOneAsync<TItem, TResult>(
        RunScope scope, StepSlot slot, IReadOnlyList<TItem> items, TResult[] results, Func<RunScope, TItem, long, ValueTask<TResult>> body)
    {
        for (var i = 0; i < items.Count; i++)
        {
            var frame = new Frame(scope.Frame, slot, i);
            if (scope.Halt.IsRequested && !scope.Run.Journal.HasPass(frame.Prefix)) throw new HaltedSignal();
            var inner = scope.Inside(slot, frame);
            try
            {
                results[i] = await body(inner, items[i], i).ConfigureAwait(false);
            }
            catch (Exception error) when (error is not (RunSignal or StepFailedException or ReplayDivergenceException))
            {
                throw inner.Attribute(error);
            }
        }
    }

    private static async ValueTask SideBySideAsync<TItem, TResult>(
        RunScope scope, StepSlot slot, IReadOnlyList<TItem> items, int concurrency, TResult[] results, Func<RunScope, TItem, long, ValueTask<TResult>> body)
    {
        var run = scope.Run;
        var verdict = new Verdict();
        var halt = new Halt(scope.Halt);
        var (next, leftOut) = (-1, false);
        await run.ForkAsync(Math.Min(concurrency, items.Count), async _ =>
        {
            for (int i; (i = Interlocked.Increment(ref next)) < items.Count;)
            {
                var frame = new Frame(scope.Frame, slot, i);
                // A pass that the log knows is run all the same, so that what the log has of it is asked for.
                if (halt.IsRequested && !run.Journal.HasPass(frame.Prefix))
                {
                    Volatile.Write(ref leftOut, true);
                    continue;
                }

                var inner = scope.Inside(slot, frame, halt);
                try
                {
                    results[i] = await body(inner, items[i], i).ConfigureAwait(false);
                }
                catch (Exception error) when (error is not ReplayDivergenceException)
                {
                    if (verdict.Add(inner, error)) run.Cut(halt);
                }
            }
        }).ConfigureAwait(false);
        halt.Release();
        if (verdict.Combine() is { } error) ExceptionDispatchInfo.Throw(error);
        if (leftOut) throw new HaltedSignal();
    }

    /// <exception cref="StepFaultException">There are more items than the host allows.</exception>
    private static IReadOnlyList<TItem> Materialize<TItem>(IEnumerable<TItem> items, int maxItems)
    {
        var list = items as IReadOnlyList<TItem> ?? [.. items.Take(maxItems + 1)];
        return list.Count <= maxItems ? list : throw new StepFaultException("loop", "items_limit", $"There are more than {maxItems} items.");
    }
}
