using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace WorkflowKit.EndToEnd.Http;

/// <summary>Many who watch at once, some of whom do not listen.</summary>
public sealed class SubscriberTests(ITestOutputHelper output) : IDisposable
{
    private const int Lines = 20;
    private const int EventsALine = 3;
    private const int Deaf = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly ServedFolder _served = new();

    /// <summary>How many watch: 200, or as many as the environment says.</summary>
    private static int Many => int.TryParse(Environment.GetEnvironmentVariable("WORKFLOWKIT_SUBSCRIBERS"), CultureInfo.InvariantCulture, out var many) ? many : 200;

    public void Dispose() => _served.Dispose();

    [Fact]
    public async Task Many_who_watch_one_execution_miss_nothing_and_cost_little()
    {
        await _served.StartAsync();
        using var client = _served.Client();
        await WatchAsync(client, await OneForAllAsync(client, 10));
        var ids = await OneForAllAsync(client, Many);
        var before = await _served.MemoryAsync();

        var (bytes, time) = await WatchAsync(client, ids);

        var each = (bytes - before) / Many;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Many} watched one execution: {each / 1024.0:0.0} KiB each, and all had seen it end {time.TotalSeconds:0.0} s after it went on."));
        each.ShouldBeLessThan(64 * 1024);
    }

    [Fact]
    public async Task Many_executions_with_a_watcher_each_are_seen_to_their_end()
    {
        await _served.StartAsync();
        using var client = _served.Client();
        await WatchAsync(client, await OneEachAsync(client, 10));
        var ids = await OneEachAsync(client, Many);
        var before = await _served.MemoryAsync();

        var (bytes, time) = await WatchAsync(client, ids);

        var each = (bytes - before) / Many;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Many} watched an execution each: {each / 1024.0:0.0} KiB each, and all had seen theirs end {time.TotalSeconds:0.0} s after the first went on."));
        each.ShouldBeLessThan(64 * 1024);
    }

    [Fact]
    public async Task Those_who_read_nothing_hold_up_nobody_and_little_memory()
    {
        const int lines = 2_000;
        await _served.StartAsync();
        using var client = _served.Client();
        await WatchAsync(client, await OneForAllAsync(client, 2));
        var id = await _served.StartTalkAsync(client, Enumerable.Repeat(new string('x', 400), lines));
        var before = await _served.MemoryAsync();
        var deaf = await Task.WhenAll(Enumerable.Range(0, Deaf).Select(_ => ConnectWithoutReadingAsync(id)));

        using var stream = await EventStream.ConnectAsync(client, id);
        var waiting = new TaskCompletionSource();
        var reading = ReadAsync(stream, new() { ["execution_paused"] = waiting });
        await await Task.WhenAny(reading, waiting.Task).WaitAsync(Patience, TestContext.Current.CancellationToken);
        await _served.AnswerAsync(client, id);
        var seen = await reading.WaitAsync(Patience, TestContext.Current.CancellationToken);
        var after = await _served.MemoryAsync();

        seen.ShouldBeGreaterThan(lines * EventsALine);
        var each = (after - before) / Deaf;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Deaf} who read nothing of {seen} events: {each / 1024.0:0.0} KiB each."));
        each.ShouldBeLessThan(1024 * 1024);
        foreach (var one in deaf) one.Dispose();
    }

    private Task<string[]> OneEachAsync(HttpClient client, int count) => Task.WhenAll(Enumerable.Range(0, count).Select(_ => StartAsync(client)));

    private async Task<string[]> OneForAllAsync(HttpClient client, int count) => [.. Enumerable.Repeat(await StartAsync(client), count)];

    private Task<string> StartAsync(HttpClient client) => _served.StartTalkAsync(client, Enumerable.Range(0, Lines).Select(static number => $"line {number}"));

    /// <summary>Connects to all, has their executions go on, and reads until each has seen all of its own.</summary>
    /// <returns>What the host's objects take while all watch and nothing happens, and how long all take to see the end.</returns>
    private async Task<(long Bytes, TimeSpan Time)> WatchAsync(HttpClient client, string[] ids)
    {
        var streams = await Task.WhenAll(ids.Select(id => EventStream.ConnectAsync(client, id)));
        try
        {
            var waiting = streams.Select(static _ => new TaskCompletionSource()).ToArray();
            var reading = streams.Select((stream, i) => ReadAsync(stream, new() { ["execution_paused"] = waiting[i] })).ToArray();
            var whole = Task.WhenAll(reading);
            await await Task.WhenAny(whole, Task.WhenAll(waiting.Select(static one => one.Task))).WaitAsync(Patience, TestContext.Current.CancellationToken);
            var bytes = await _served.MemoryAsync();

            var clock = Stopwatch.StartNew();
            await Parallel.ForEachAsync(ids.Distinct(), TestContext.Current.CancellationToken, async (id, _) => await _served.AnswerAsync(client, id));
            var seen = await whole.WaitAsync(Patience, TestContext.Current.CancellationToken);

            seen.ShouldAllBe(static count => count > Lines * EventsALine);
            seen.Distinct().Count().ShouldBe(1);
            return (bytes, clock.Elapsed);
        }
        finally
        {
            foreach (var stream in streams) stream.Dispose();
        }
    }

    /// <summary>Reads to the execution's end, which must be the last of events without a gap.</summary>
    /// <returns>How many there were.</returns>
    private static async Task<long> ReadAsync(EventStream stream, Dictionary<string, TaskCompletionSource> seen)
    {
        var (count, last) = (0L, "");
        await foreach (var one in stream.ReadAsync(static (_, _) => true))
        {
            one.EventId.ShouldBe((++count).ToString(CultureInfo.InvariantCulture));
            if (seen.TryGetValue(last = one.EventType, out var told)) told.TrySetResult();
        }
        last.ShouldBe("execution_completed");
        return count;
    }

    private async Task<TcpClient> ConnectWithoutReadingAsync(string id)
    {
        var client = new TcpClient { ReceiveBufferSize = 4096 };
        await client.ConnectAsync("127.0.0.1", _served.Port, TestContext.Current.CancellationToken);
        var request = $"GET {ServedFolder.Events(id, _served.Port).AbsolutePath} HTTP/1.1\r\nHost: 127.0.0.1:{_served.Port}\r\n\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        return client;
    }
}
