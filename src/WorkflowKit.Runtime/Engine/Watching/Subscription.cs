using System.Threading.Channels;

namespace WorkflowKit.Engine;

/// <summary>One who watches. What does not fit its buffer is dropped here and read from the log later.</summary>
internal sealed class Subscription(int capacity)
{
    private readonly Channel<ProgressEvent> _channel =
        Channel.CreateBounded<ProgressEvent>(new BoundedChannelOptions(capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
    private int _lagging;

    internal ChannelReader<ProgressEvent> Events => _channel.Reader;

    internal void Offer(ProgressEvent progress)
    {
        if (_channel.Writer.TryWrite(progress)) return;
        Volatile.Write(ref _lagging, 1);
        // The buffer may have been emptied before the mark was set: then this is what makes the reader look at it.
        _channel.Writer.TryWrite(progress);
    }

    /// <summary>Nothing more comes; whoever reads on is told why.</summary>
    internal void Close(Exception why) => _channel.Writer.TryComplete(why);

    /// <summary>Whether something was dropped since the last call.</summary>
    internal bool HasLagged() => Interlocked.Exchange(ref _lagging, 0) == 1;
}
