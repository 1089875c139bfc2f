using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using WorkflowKit.AspNetCore.Streaming;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Streaming;

public sealed class TapeTests
{
    private const int Lines = 300;

    [Theory]
    [InlineData(0)]
    [InlineData(100_000)]
    [InlineData(100_000_000)]
    public async Task Whoever_reads_at_whatever_pace_from_wherever_gets_every_event_once(int cacheBytes)
    {
        await using var host = await StartAsync(cacheBytes);
        var (id, streams) = await ChattyAsync(host, cacheBytes);
        var random = new Random(17);
        var readers = Enumerable.Range(0, 12)
            .Select(number => ReadAsync(host, streams, id, after: number % 3 == 0 ? 0 : random.Next(2), bytesAtOnce: number % 4 == 0 ? 700 : int.MaxValue))
            .ToList();

        host.Gates.Open("a");
        for (var number = 0; number < 12; number++)
        {
            await Task.Yield();
            readers.Add(ReadAsync(host, streams, id, after: 0, bytesAtOnce: int.MaxValue));
        }
        var record = await host.UntilAsync(id, record => record.Status is ExecutionStatus.Completed);
        readers.Add(ReadAsync(host, streams, id, after: record.LastSequence - 10, bytesAtOnce: int.MaxValue));

        foreach (var reader in readers)
        {
            var (after, seen) = await reader;
            seen.ShouldBe(Enumerable.Range((int)after + 1, (int)(record.LastSequence - after)).Select(one => (long)one));
        }
    }

    [Fact]
    public async Task All_who_read_share_the_bytes()
    {
        await using var host = await StartAsync(1_000_000);
        var (id, streams) = await ChattyAsync(host, 1_000_000);
        host.Gates.Open("a");
        await host.UntilAsync(id, record => record.Status is ExecutionStatus.Completed);
        await ReadAsync(host, streams, id, 0, int.MaxValue);

        var execution = await SummaryAsync(host, id);
        var first = streams.Tapes.Enter(host.Engine, execution, EventFormat.ServerSent, 0);
        var second = streams.Tapes.Enter(host.Engine, execution, EventFormat.ServerSent, 0);

        second.ShouldBeSameAs(first);
        first.IsOver().ShouldBeTrue();
        first.Find(0).ShouldNotBeNull().Published.Length.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Memory_stays_within_its_bound_however_much_is_watched()
    {
        await using var host = await StartAsync(300_000);
        await host.SaveAsync(TestWorkflows.Chatty);
        var streams = Streams(300_000);
        for (var number = 0; number < 5; number++)
        {
            var id = await host.Engine.StartAsync("chatty", Inputs("a"), cancellationToken: TestContext.Current.CancellationToken);
            host.Gates.Open("a");
            await ReadAsync(host, streams, id, 0, int.MaxValue);
        }

        streams.Tapes.Bytes.ShouldBeLessThanOrEqualTo(300_000);
    }

    private static Task<WebHost> StartAsync(int cacheBytes) => WebHost.StartAsync(kit => kit.AddHttp(options => options.EventCacheBytes = cacheBytes));

    private static StreamHost Streams(int cacheBytes) => new(new WorkflowKitHttpOptions { EventCacheBytes = cacheBytes }, TimeProvider.System, null);

    private static string Inputs(string key) => JsonSerializer.Serialize(new { key, lines = Enumerable.Range(0, Lines).Select(number => $"{number} {new string('x', 500)}") });

    private static async Task<(string Id, StreamHost Streams)> ChattyAsync(WebHost host, int cacheBytes)
    {
        await host.SaveAsync(TestWorkflows.Chatty);
        return (await host.Engine.StartAsync("chatty", Inputs("a"), cancellationToken: TestContext.Current.CancellationToken), Streams(cacheBytes));
    }

    private static async Task<ExecutionSummary> SummaryAsync(WebHost host, string id) =>
        (await host.Engine.QueryAsync(new ExecutionQuery { Ids = [id] }, TestContext.Current.CancellationToken)).Items.Single();

    private static async Task<(long After, List<long> Seen)> ReadAsync(WebHost host, StreamHost streams, string id, long after, int bytesAtOnce)
    {
        var token = TestContext.Current.CancellationToken;
        var tape = streams.Tapes.Enter(host.Engine, await SummaryAsync(host, id), EventFormat.ServerSent, after);
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 4096, resumeWriterThreshold: 2048));
        var writing = Task.Run(
            async () =>
            {
                await new TapeReader(host.Engine, tape, after, streams).CopyToAsync(pipe.Writer, token);
                await pipe.Writer.CompleteAsync();
                streams.Tapes.Leave(tape);
            },
            token);
        var text = new StringBuilder();
        while (true)
        {
            var read = await pipe.Reader.ReadAsync(token);
            var part = read.Buffer.Slice(0, Math.Min(read.Buffer.Length, bytesAtOnce));
            text.Append(Encoding.UTF8.GetString(part));
            pipe.Reader.AdvanceTo(part.End);
            if (read.IsCompleted && part.Length == read.Buffer.Length) break;
            if (bytesAtOnce < int.MaxValue) await Task.Yield();
        }
        await writing;
        return (after, [.. text.ToString().Split('\n').Where(line => line.StartsWith("id: ", StringComparison.Ordinal)).Select(line => long.Parse(line[4..], System.Globalization.CultureInfo.InvariantCulture))]);
    }
}
