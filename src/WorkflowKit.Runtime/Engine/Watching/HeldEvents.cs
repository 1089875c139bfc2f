namespace WorkflowKit.Engine;

/// <summary>Events that are not durable yet, in their order.</summary>
internal sealed class HeldEvents
{
    private readonly Lock _gate = new();
    private Queue<ProgressEvent>? _events;
    private volatile bool _isEmpty = true;

    internal bool IsEmpty => _isEmpty;

    /// <returns>Whether it is the first that waits.</returns>
    internal bool Add(ProgressEvent progress)
    {
        lock (_gate)
        {
            (_events ??= new()).Enqueue(progress);
            var isFirst = _isEmpty;
            _isEmpty = false;
            return isFirst;
        }
    }

    /// <summary>Publishes those that are durable by now.</summary>
    /// <param name="durable">The last sequence that is.</param>
    /// <param name="feed">Those who watch; <see langword="null"/>: nobody does.</param>
    internal void Release(long durable, EventFeed? feed)
    {
        lock (_gate)
        {
            while (_events!.TryPeek(out var progress) && progress.Sequence <= durable)
            {
                _events.Dequeue();
                feed?.Publish(progress);
            }
            _isEmpty = _events.Count == 0;
        }
    }
}
