using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using WorkflowKit.Log;

namespace WorkflowKit.Benchmarks.Serving;

/// <summary>What streams of events are compared with: the framework's result for server-sent events over texts that are there already, with no log, no engine and no access.</summary>
internal sealed class BareStreams
{
    internal const string Finished = "/bare/finished";
    internal const string Live = "/bare/live";

    private readonly Lock _gate = new();
    private readonly List<ChannelWriter<SseItem<string>>> _listeners = [];

    /// <summary>What is written, the same bytes as an execution's events.</summary>
    internal SseItem<string>[] Items { get; set; } = [];

    internal static SseItem<string> Item(ProgressEvent progress) =>
        new(LogJson.ToText(writer => progress.WriteTo(writer)), progress.Type) { EventId = progress.Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture) };

    internal void Map(WebApplication app)
    {
        app.MapGet(Finished, (CancellationToken cancellationToken) => TypedResults.ServerSentEvents(AllAsync(cancellationToken)));
        app.MapGet(Live, (CancellationToken cancellationToken) => TypedResults.ServerSentEvents(Listen().ReadAllAsync(cancellationToken)));
    }

    /// <summary>Tells all who listen everything but the first, which they have heard.</summary>
    internal void Tell()
    {
        ChannelWriter<SseItem<string>>[] listeners;
        lock (_gate)
        {
            listeners = [.. _listeners];
            _listeners.Clear();
        }
        foreach (var item in Items.Skip(1))
            foreach (var listener in listeners) listener.TryWrite(item);
        foreach (var listener in listeners) listener.Complete();
    }

    private ChannelReader<SseItem<string>> Listen()
    {
        var channel = Channel.CreateUnbounded<SseItem<string>>(new() { SingleReader = true });
        channel.Writer.TryWrite(Items[0]);
        lock (_gate) _listeners.Add(channel.Writer);
        return channel.Reader;
    }

    private async IAsyncEnumerable<SseItem<string>> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var item in Items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return item;
        }
    }
}
