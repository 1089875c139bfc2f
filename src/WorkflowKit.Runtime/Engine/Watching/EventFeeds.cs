namespace WorkflowKit.Engine;

/// <summary>The feeds of all executions that somebody watches.</summary>
internal sealed class EventFeeds
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, EventFeed> _feeds = [];
    private volatile int _count;
    private Exception? _closed;

    internal EventFeed? Find(string executionId)
    {
        if (_count == 0) return null;
        lock (_gate) return _feeds.GetValueOrDefault(executionId);
    }

    internal EventFeed Subscribe(string executionId, Subscription subscription)
    {
        lock (_gate)
        {
            if (!_feeds.TryGetValue(executionId, out var feed)) _feeds[executionId] = feed = new EventFeed(executionId);
            _count = _feeds.Count;
            feed.Add(subscription);
            if (_closed is not null) subscription.Close(_closed);
            return feed;
        }
    }

    /// <summary>Nothing happens here any more: those who watch what has not ended must not wait for it.</summary>
    internal void Close(Exception why)
    {
        lock (_gate)
        {
            _closed = why;
            foreach (var feed in _feeds.Values) feed.Close(why);
        }
    }

    internal void Unsubscribe(EventFeed feed, Subscription subscription)
    {
        lock (_gate)
        {
            if (feed.Remove(subscription)) return;
            _feeds.Remove(feed.ExecutionId);
            _count = _feeds.Count;
        }
    }
}
