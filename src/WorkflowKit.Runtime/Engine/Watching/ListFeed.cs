namespace WorkflowKit.Engine;

/// <summary>Tells those who watch lists which executions have changed, and waits for none of them.</summary>
internal sealed class ListFeed(EngineCore core)
{
    private readonly Lock _gate = new();
    private volatile ListSubscription[] _subscriptions = [];
    private Action? _stopLooking;
    private Exception? _closed;

    internal void Publish(string executionId)
    {
        foreach (var subscription in _subscriptions) subscription.Offer(executionId);
    }

    internal void Subscribe(ListSubscription subscription)
    {
        // It has no timer and no link, so there is nothing to dispose of.
        CancellationTokenSource? looking = null;
        lock (_gate)
        {
            _subscriptions = [.. _subscriptions, subscription];
            if (_closed is not null) subscription.Close(_closed);
            else if (core.Store.IsShared && _stopLooking is null) _stopLooking = (looking = new()).Cancel;
        }
        if (looking is not null) _ = new ListLook(core).RunAsync(looking.Token);
    }

    internal void Unsubscribe(ListSubscription subscription)
    {
        Action? stop = null;
        lock (_gate)
        {
            _subscriptions = [.. _subscriptions.Where(one => one != subscription)];
            if (_subscriptions.Length == 0) (stop, _stopLooking) = (_stopLooking, null);
        }
        stop?.Invoke();
    }

    /// <summary>Nothing happens here any more.</summary>
    internal void Close(Exception why)
    {
        Action? stop;
        lock (_gate)
        {
            _closed = why;
            foreach (var subscription in _subscriptions) subscription.Close(why);
            (stop, _stopLooking) = (_stopLooking, null);
        }
        stop?.Invoke();
    }
}
