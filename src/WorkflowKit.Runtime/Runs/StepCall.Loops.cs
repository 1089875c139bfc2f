using WorkflowKit.Expressions;

namespace WorkflowKit.Runs;

public readonly partial struct StepCall
{
    /// <summary><c>forEach</c> with a <c>result</c>: its output is the list of results in the order of the items.</summary>
    /// <typeparam name="TItem">An item.</typeparam>
    /// <typeparam name="TResult">What one pass gives.</typeparam>
    /// <param name="items">The items.</param>
    /// <param name="concurrency">How many passes run at once, from 1.</param>
    /// <param name="body">One pass, given the item and its index from 0.</param>
    /// <param name="toCel">Turns a result into what the log keeps.</param>
    public ValueTask<List<TResult>> ForEachAsync<TItem, TResult>(
        IEnumerable<TItem> items, int concurrency, Func<RunScope, TItem, long, ValueTask<TResult>> body, Func<TResult, CelValue> toCel) =>
        ForEachAsync(() => items, concurrency, body, toCel);

    /// <summary><c>forEach</c> with a <c>result</c>: its output is the list of results in the order of the items.</summary>
    /// <typeparam name="TItem">An item.</typeparam>
    /// <typeparam name="TResult">What one pass gives.</typeparam>
    /// <param name="items">Works the items out.</param>
    /// <param name="concurrency">How many passes run at once, from 1.</param>
    /// <param name="body">One pass, given the item and its index from 0.</param>
    /// <param name="toCel">Turns a result into what the log keeps.</param>
    public ValueTask<List<TResult>> ForEachAsync<TItem, TResult>(
        Func<IEnumerable<TItem>> items, int concurrency, Func<RunScope, TItem, long, ValueTask<TResult>> body, Func<TResult, CelValue> toCel)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(toCel);
        return Loops.ForEachAsync(_scope, _slot, items, concurrency, body, toCel);
    }

    /// <summary><c>forEach</c> without a <c>result</c>: it has no output.</summary>
    /// <typeparam name="TItem">An item.</typeparam>
    /// <param name="items">The items.</param>
    /// <param name="concurrency">How many passes run at once, from 1.</param>
    /// <param name="body">One pass, given the item and its index from 0.</param>
    public ValueTask ForEachAsync<TItem>(IEnumerable<TItem> items, int concurrency, Func<RunScope, TItem, long, ValueTask> body) =>
        ForEachAsync(() => items, concurrency, body);

    /// <summary><c>forEach</c> without a <c>result</c>: it has no output.</summary>
    /// <typeparam name="TItem">An item.</typeparam>
    /// <param name="items">Works the items out.</param>
    /// <param name="concurrency">How many passes run at once, from 1.</param>
    /// <param name="body">One pass, given the item and its index from 0.</param>
    public async ValueTask ForEachAsync<TItem>(Func<IEnumerable<TItem>> items, int concurrency, Func<RunScope, TItem, long, ValueTask> body)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(body);
        await Loops.ForEachAsync<TItem, bool>(
            _scope,
            _slot,
            items,
            concurrency,
            async (run, item, index) =>
            {
                await body(run, item, index).ConfigureAwait(false);
                return true;
            },
            toCel: null).ConfigureAwait(false);
    }

    /// <summary><c>while</c>: the condition is tested before each pass.</summary>
    /// <param name="maxIterations">More passes fail the step with code <c>iteration_limit</c>.</param>
    /// <param name="condition">Whether there is another pass.</param>
    /// <param name="body">One pass.</param>
    public ValueTask WhileAsync(int maxIterations, Func<bool> condition, Func<RunScope, ValueTask> body)
    {
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(body);
        return Loops.WhileAsync(_scope, _slot, maxIterations, condition, body);
    }

    /// <summary><c>repeat</c>: the condition is tested after each pass.</summary>
    /// <param name="maxIterations">More passes fail the step with code <c>iteration_limit</c>.</param>
    /// <param name="delay">The pause between two passes.</param>
    /// <param name="body">One pass.</param>
    /// <param name="until">Whether it was the last pass.</param>
    public ValueTask RepeatAsync(int maxIterations, TimeSpan? delay, Func<RunScope, ValueTask> body, Func<bool> until)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(until);
        return Loops.RepeatAsync(_scope, _slot, maxIterations, delay, body, until);
    }
}
