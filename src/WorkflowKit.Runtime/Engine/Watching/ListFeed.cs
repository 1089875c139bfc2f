using WorkflowKit.Stores;

namespace WorkflowKit.Engine;

/// <summary>Tells those who watch lists which executions have changed or gone, and waits for none of them.</summary>
internal sealed class ListFeed(EngineCore core)
{
    private readonly Lock _gate = new();
    private volatile ListSubscription[] _subscriptions = [];
    private volatile ListLook? _look;
    private Exception? _closed;

    internal void Publish(string executionId)
    {
        foreach (var subscription in _subscriptions) subscription.Offer(executionId);
    }

    internal void Publish(RemovedExecution removed)
    {
        foreach (var subscription in _subscriptions) subscription.Offer(removed);
    }

    /// <summary>More has changed than is known.</summary>
    internal void Lose()
    {
        foreach (var subscription in _subscriptions) subscription.Lose();
    }

    /// <summary>Executions were removed here: which, the store tells.</summary>
    internal void Removed() => _look?.Hurry();

    /// <summary>Returns once nothing more is missed.</summary>
    internal async ValueTask SubscribeAsync(ListSubscription subscription, CancellationToken cancellationToken)
    {
        ListLook look;
        var isFirst = false;
        lock (_gate)
        {
            _subscriptions = [.. _subscriptions, subscription];
            if (_closed is not null)
            {
                subscription.Close(_closed);
                return;
            }
            isFirst = _look is null;
            look = _look ??= new ListLook(core);
        }
        if (isFirst) _ = look.RunAsync();
        await look.Begun.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    internal void Unsubscribe(ListSubscription subscription)
    {
        lock (_gate)
        {
            _subscriptions = [.. _subscriptions.Where(one => one != subscription)];
            if (_subscriptions.Length == 0) EndLook();
        }
    }

    /// <summary>Nothing happens here any more.</summary>
    internal void Close(Exception why)
    {
        lock (_gate)
        {
            _closed = why;
            foreach (var subscription in _subscriptions) subscription.Close(why);
            EndLook();
        }
    }

    private void EndLook()
    {
        _look?.End();
        _look = null;
    }
}
