namespace WorkflowKit.Stores;

/// <summary>What callers are told when the store fails under a call that nothing tries again by itself.</summary>
internal static class StoreCalls
{
    /// <exception cref="StoreUnavailableException">The store failed.</exception>
    internal static ValueTask<T> OrUnavailable<T>(this ValueTask<T> call)
    {
        return call.IsCompletedSuccessfully ? call : WaitAsync(call);

        static async ValueTask<T> WaitAsync(ValueTask<T> call)
        {
            try
            {
                return await call.ConfigureAwait(false);
            }
            catch (Exception error) when (error is not (WorkflowKitException or OperationCanceledException or ArgumentException or ObjectDisposedException))
            {
                throw new StoreUnavailableException(error);
            }
        }
    }

    /// <inheritdoc cref="OrUnavailable{T}"/>
    internal static async ValueTask OrUnavailable(this ValueTask call) => await AnsweredAsync(call).OrUnavailable().ConfigureAwait(false);

    /// <summary>An execution without its log, which may be long; <see langword="null"/>: there is none.</summary>
    internal static async ValueTask<ExecutionSummary?> FindSummaryAsync(this IExecutionStore store, string executionId, CancellationToken cancellationToken)
    {
        var page = await store.QueryAsync(new ExecutionQuery { Ids = [executionId], Limit = 1 }, cancellationToken).OrUnavailable().ConfigureAwait(false);
        return page.Items is [var summary] ? summary : null;
    }

    private static async ValueTask<bool> AnsweredAsync(ValueTask call)
    {
        await call.ConfigureAwait(false);
        return true;
    }
}
