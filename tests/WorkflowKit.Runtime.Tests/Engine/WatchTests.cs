using WorkflowKit.Tests.Engine.Support;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Engine;

public sealed class WatchTests : IAsyncDisposable
{
    private readonly EngineHost _host = new(options: new() { WatchBuffer = 4, ShutdownGrace = TimeSpan.Zero });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private async Task<List<long>> WatchAsync(string id, long after = 0, Func<ProgressEvent, Task>? each = null)
    {
        var seen = new List<long>();
        await foreach (var progress in _host.Engine.WatchAsync(id, after, EngineHost.Token))
        {
            if (!progress.IsLiveOnly) seen.Add(progress.Sequence);
            if (each is not null) await each(progress);
        }
        return seen;
    }

    private static IEnumerable<long> Sequences(long from, long to) => Enumerable.Range((int)from, (int)(to - from + 1)).Select(number => (long)number);

    [Fact]
    public async Task One_who_comes_late_gets_everything_from_the_log()
    {
        _host.Registry.Add(Workflows.Sequence("flow", "a", "b"));
        var record = await _host.RunAsync("flow");

        (await WatchAsync(record.Id)).ShouldBe(Sequences(1, 6));
        (await WatchAsync(record.Id, after: 4)).ShouldBe(Sequences(5, 6));
        (await WatchAsync(record.Id, after: 6)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(99), InlineData(199)]
    public async Task A_log_that_ends_where_a_page_of_it_does_is_seen_to_its_end(int steps)
    {
        _host.Registry.Add(Workflows.Sequence("flow", [.. Enumerable.Range(0, steps).Select(number => $"s{number}")]));
        var record = await _host.RunAsync("flow");
        var entries = 2 * steps + 2;

        (await WatchAsync(record.Id)).ShouldBe(Sequences(1, entries));
        (await WatchAsync(record.Id, after: 150)).ShouldBe(Sequences(151, entries));
        (await WatchAsync(record.Id, after: entries)).ShouldBeEmpty();
        (await WatchAsync(record.Id, after: 10_000)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Events_are_read_by_pages_without_waiting_for_more()
    {
        _host.Registry.Add(Workflows.Sequence("flow", "a", "b"));
        var record = await _host.RunAsync("flow");

        async Task<IEnumerable<long>> ReadAsync(long after, int limit) =>
            (await _host.Engine.ReadEventsAsync(record.Id, after, limit, EngineHost.Token)).Select(progress => progress.Sequence);

        (await ReadAsync(0, 4)).ShouldBe(Sequences(1, 4));
        (await ReadAsync(4, 4)).ShouldBe(Sequences(5, 6));
        (await ReadAsync(6, 4)).ShouldBeEmpty();
        await Should.ThrowAsync<ExecutionNotFoundException>(() => _host.Engine.ReadEventsAsync("nothing", cancellationToken: EngineHost.Token));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => _host.Engine.ReadEventsAsync(record.Id, limit: 0, cancellationToken: EngineHost.Token));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => _host.Engine.ReadEventsAsync(record.Id, after: -1, cancellationToken: EngineHost.Token));
    }

    [Fact]
    public async Task One_who_watches_sees_each_event_as_it_happens()
    {
        var gates = new Dictionary<string, TaskCompletionSource>();
        _host.Registry.Add(Workflows.Sequence("flow", "a", "b"));
        foreach (var step in (string[])["a", "b"])
        {
            gates[step] = new();
            _host.Script.On(step, async (_, _) =>
            {
                await gates[step].Task;
                return step;
            });
        }
        var id = await _host.StartAsync("flow");

        var seen = await WatchAsync(id, each: progress =>
        {
            if (progress is StepStarted started) gates[started.StepId].SetResult();
            return Task.CompletedTask;
        });

        seen.ShouldBe(Sequences(1, 6));
    }

    [Fact]
    public async Task Many_watch_a_busy_execution_at_once_without_gap_and_nothing_twice()
    {
        var slot = Flow.Control("lines", "log");
        var go = new TaskCompletionSource();
        _host.Registry.Add(new TestWorkflow("flow", [Flow.Call("a"), slot], async run =>
        {
            await go.Task;
            for (var line = 0; line < 2000; line++)
            {
                run.Run.Log.Append(new LogWritten(_host.Time.GetUtcNow(), Microsoft.Extensions.Logging.LogLevel.Information, "x"));
                if (line % 50 == 0) await Task.Yield();
            }
            return default;
        }));
        var id = await _host.StartAsync("flow");
        var watchers = Enumerable.Range(0, 10).Select(number => Task.Run(() => WatchAsync(id, each: async progress =>
        {
            // Some keep up, some do not: their small buffers overflow.
            if (number % 2 == 0 && progress.Sequence % 20 == 0) await Task.Yield();
        }))).ToList();

        go.SetResult();
        await _host.EndOfAsync(id);
        watchers.Add(WatchAsync(id));

        foreach (var seen in await Task.WhenAll(watchers)) seen.ShouldBe(Sequences(1, 2002));
    }

    [Fact]
    public async Task One_who_stops_reading_slows_nobody()
    {
        _host.Registry.Add(Workflows.Sequence("flow", "a", "b", "c", "d", "e", "f"));
        var gate = new TaskCompletionSource();
        _host.Script.On("a", async (_, _) =>
        {
            await gate.Task;
            return "a";
        });
        var id = await _host.StartAsync("flow");
        await _host.UntilStartedAsync(id, "a");
        await using var stuck = _host.Engine.WatchAsync(id, 0, EngineHost.Token).GetAsyncEnumerator(EngineHost.Token);
        await stuck.MoveNextAsync();

        gate.SetResult();

        (await _host.EndOfAsync(id)).Status.ShouldBe(ExecutionStatus.Completed);
        var seen = new List<long> { stuck.Current.Sequence };
        while (await stuck.MoveNextAsync()) seen.Add(stuck.Current.Sequence);
        seen.ShouldBe(Sequences(1, 14));
    }

    [Fact]
    public async Task Watching_goes_on_through_a_pause_and_a_new_run()
    {
        _host.Registry.Add(Workflows.Waiting("flow", TimeSpan.FromDays(2)));
        var id = await _host.StartAsync("flow");
        var watching = WatchAsync(id);
        await _host.UntilAsync(id, ExecutionStatus.Paused);

        _host.Time.Advance(TimeSpan.FromDays(2));

        (await watching).ShouldBe(Sequences(1, 10));
    }

    [Fact]
    public async Task Watching_from_a_place_that_the_log_never_had_ends_with_the_execution()
    {
        var gate = new TaskCompletionSource<string>();
        _host.Registry.Add(Workflows.Sequence("flow", "a"));
        _host.Script.On("a", async (_, _) => await gate.Task);
        var id = await _host.StartAsync("flow");
        await _host.UntilStartedAsync(id, "a");
        var watching = WatchAsync(id, after: 1000);

        gate.SetResult("done");

        (await watching.WaitAsync(TimeSpan.FromSeconds(20), EngineHost.Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_step_reports_is_shown_live_and_kept_nowhere()
    {
        _host.Registry.Add(Workflows.Sequence("flow", "a"));
        var watched = new TaskCompletionSource();
        _host.Script.On("a", async (context, token) =>
        {
            await watched.Task;
            await context.ReportAsync("half", token);
            return "whole";
        });
        var id = await _host.StartAsync("flow");
        var chunks = new List<string>();

        var seen = await WatchAsync(id, each: progress =>
        {
            if (progress is StepStarted) watched.SetResult();
            if (progress is StepOutput output) chunks.Add(output.Chunk);
            return Task.CompletedTask;
        });

        chunks.ShouldBe(["half"]);
        seen.ShouldBe(Sequences(1, 4));
        (await _host.EventsAsync(id)).ShouldNotContain(entry => entry.Contains("output"));
    }

    [Fact]
    public async Task Watching_ends_when_the_watcher_gives_up()
    {
        _host.Registry.Add(Workflows.Asking("flow"));
        var paused = await _host.RunAsync("flow");
        using var patience = new CancellationTokenSource();

        var watching = Task.Run(async () =>
        {
            await foreach (var progress in _host.Engine.WatchAsync(paused.Id, 0, patience.Token))
                if (progress is ExecutionPaused) await patience.CancelAsync();
        }, EngineHost.Token);

        await Should.ThrowAsync<OperationCanceledException>(watching);
        _host.Implementation.Core.Feeds.Find(paused.Id).ShouldBeNull();
    }
}
