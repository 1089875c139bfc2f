using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;

namespace WorkflowKit.AspNetCore.Streaming;

/// <summary>Writes the changes of a list as server-sent events: <c>reset</c>, <c>execution_changed</c> with an execution as it stands, <c>execution_removed</c> with its id.</summary>
internal static class ServerSentList
{
    /// <summary>Writes until the changes end; those that are ready go out together, and in a silence a heartbeat goes out.</summary>
    /// <param name="changes">Makes the sequence of changes, which ends with its token.</param>
    /// <param name="pipe">Where they go.</param>
    /// <param name="host">What streams share.</param>
    /// <param name="cancellationToken">Ends it.</param>
    internal static async Task CopyToAsync(Func<CancellationToken, IAsyncEnumerable<ExecutionListChange>> changes, PipeWriter pipe, StreamHost host, CancellationToken cancellationToken)
    {
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var items = changes(reading.Token).GetAsyncEnumerator(reading.Token);
        await using var _ = items.ConfigureAwait(false);
        while (true)
        {
            var next = items.MoveNextAsync();
            if (!(next.IsCompleted ? await next.ConfigureAwait(false) : await WaitAsync(next.AsTask(), pipe, host, reading).ConfigureAwait(false))) return;
            Write(items.Current, pipe);
        }
    }

    /// <summary>Sends what there is, and waits for more.</summary>
    private static async ValueTask<bool> WaitAsync(Task<bool> next, PipeWriter pipe, StreamHost host, CancellationTokenSource reading)
    {
        try
        {
            await pipe.FlushAsync(reading.Token).ConfigureAwait(false);
            while (true)
            {
                await ((Task)next.WaitAsync(host.HeartbeatInterval, host.Time, CancellationToken.None)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (next.IsCompleted) return await next.ConfigureAwait(false);
                pipe.Write(EventFormat.ServerSent.Heartbeat);
                await pipe.FlushAsync(reading.Token).ConfigureAwait(false);
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

    private static void Write(ExecutionListChange change, PipeWriter pipe)
    {
        if (change.IsReset)
        {
            pipe.Write("event: reset\ndata: {}\n\n"u8);
            return;
        }
        pipe.Write(change.Execution is null ? "event: execution_removed\ndata: "u8 : "event: execution_changed\ndata: "u8);
        using (var json = new Utf8JsonWriter(pipe))
        {
            if (change.Execution is { } execution) execution.WriteTo(json);
            else WriteId(change.RemovedId!, json);
        }
        pipe.Write("\n\n"u8);
    }

    private static void WriteId(string id, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, id);
        json.WriteEndObject();
    }
}
