namespace WorkflowKit.Engine;

/// <summary>Hands the events of one execution to those who watch it, and waits for none of them.</summary>
internal sealed class EventFeed(string executionId)
{
    private readonly Lock _gate = new();
    private volatile Subscription[] _subscriptions = [];

    internal string ExecutionId => executionId;

    /// <summary>The log, for those who are not at its end.</summary>
    internal SharedPages Pages { get; } = new(executionId);

    internal void Publish(ProgressEvent progress)
    {
        foreach (var subscription in _subscriptions) subscription.Offer(progress);
    }

    internal void Close(Exception why)
    {
        foreach (var subscription in _subscriptions) subscription.Close(why);
    }

    internal void Add(Subscription subscription)
    {
        lock (_gate) _subscriptions = [.. _subscriptions, subscription];
    }

    /// <returns>Whether anybody is left.</returns>
    internal bool Remove(Subscription subscription)
    {
        lock (_gate)
        {
            _subscriptions = [.. _subscriptions.Where(one => one != subscription)];
            return _subscriptions.Length > 0;
        }
    }
}
