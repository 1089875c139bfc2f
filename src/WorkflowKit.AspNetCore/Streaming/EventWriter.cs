using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace WorkflowKit.AspNetCore.Streaming;

/// <summary>
/// Writes pieces as they come: those that are ready go out together, and in a silence a heartbeat goes out. It waits for a client that does not keep up, and
/// for nobody else.
/// </summary>
internal sealed class EventWriter(HttpContext context, StreamHost host)
{
    /// <summary>What is handed to the connection at once, about.</summary>
    private const int FlushAt = 32 * 1024;

    private readonly PipeWriter _pipe = context.Response.BodyWriter;

    internal delegate void Writing<in T>(T item, IBufferWriter<byte> buffer);

    /// <summary>Sends the head, so that the client knows that it is connected before anything happens.</summary>
    internal async Task BeginAsync(string contentType, CancellationToken cancellationToken)
    {
        var response = context.Response;
        response.ContentType = contentType;
        response.Headers.CacheControl = "no-cache, no-store";
        response.Headers.ContentEncoding = "identity";
        // For nginx, which buffers by itself.
        response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await response.StartAsync(cancellationToken).ConfigureAwait(false);
        await _pipe.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes what a sequence gives until it ends.</summary>
    /// <param name="source">Makes the sequence, which ends with its token.</param>
    /// <param name="write">Puts one item into bytes.</param>
    /// <param name="heartbeat">What is written in a silence; empty: nothing.</param>
    /// <param name="cancellationToken">Ends it.</param>
    internal async Task WriteAsync<T>(Func<CancellationToken, IAsyncEnumerable<T>> source, Writing<T> write, byte[] heartbeat, CancellationToken cancellationToken)
    {
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var items = source(reading.Token).GetAsyncEnumerator(reading.Token);
        await using var _ = items.ConfigureAwait(false);
        while (true)
        {
            var next = items.MoveNextAsync();
            var hasNext = next.IsCompleted ? await next.ConfigureAwait(false) : await WaitAsync(next.AsTask(), heartbeat, reading).ConfigureAwait(false);
            if (!hasNext) break;
            write(items.Current, _pipe);
            if (_pipe.UnflushedBytes >= FlushAt) await _pipe.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        await _pipe.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends what there is, and waits for more.</summary>
    private async ValueTask<bool> WaitAsync(Task<bool> next, byte[] heartbeat, CancellationTokenSource reading)
    {
        try
        {
            await _pipe.FlushAsync(reading.Token).ConfigureAwait(false);
            if (heartbeat.Length == 0) return await next.ConfigureAwait(false);
            while (true)
            {
                await ((Task)next.WaitAsync(host.HeartbeatInterval, host.Time, CancellationToken.None)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (next.IsCompleted) return await next.ConfigureAwait(false);
                _pipe.Write(heartbeat);
                await _pipe.FlushAsync(reading.Token).ConfigureAwait(false);
            }
        }
        catch
        {
            // A sequence cannot be closed while it is asked for its next item.
            await reading.CancelAsync().ConfigureAwait(false);
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }
}
