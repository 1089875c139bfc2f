namespace WorkflowKit.Engine;

/// <summary>
/// Looks every now and then for what other processes do to the executions of a store that is shared, while somebody here watches lists: at the latest ones,
/// and at those that have not ended.
/// </summary>
internal sealed class ListLook(EngineCore core)
{
    private static readonly ExecutionStatus[] Unfinished = [ExecutionStatus.Pending, ExecutionStatus.Running, ExecutionStatus.Paused];

    private Dictionary<string, ExecutionStatus>? _seen;

    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await LookAsync(cancellationToken).ConfigureAwait(false);
                await Task.Delay(EngineCore.LookInterval, core.Time, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Nobody watches lists any more.
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var latest = await core.Store.QueryAsync(new ExecutionQuery { Limit = ExecutionQuery.MaxLimit }, cancellationToken).ConfigureAwait(false);
            var open = await core.Store.QueryAsync(new ExecutionQuery { Statuses = Unfinished, Limit = ExecutionQuery.MaxLimit }, cancellationToken).ConfigureAwait(false);
            var seen = new Dictionary<string, ExecutionStatus>(StringComparer.Ordinal);
            // Where the two differ, the second is the later look.
            foreach (var summary in latest.Items.Concat(open.Items)) seen[summary.Id] = summary.Status;
            if (_seen is { } before) Compare(before, seen);
            _seen = seen;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogMessages.ListLookFailed(core.Logger, error);
        }
    }

    private void Compare(Dictionary<string, ExecutionStatus> before, Dictionary<string, ExecutionStatus> now)
    {
        foreach (var (id, status) in now)
            if (!before.TryGetValue(id, out var known) || known != status) core.Lists.Publish(id);
        // One that is out of sight had not ended: by now it has, or there are too many.
        foreach (var (id, status) in before)
            if (Unfinished.Contains(status) && !now.ContainsKey(id)) core.Lists.Publish(id);
    }
}
