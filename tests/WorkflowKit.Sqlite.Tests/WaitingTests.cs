using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using WorkflowKit.Engine;
using WorkflowKit.Testing;
using WorkflowKit.Testing.Time;

namespace WorkflowKit.Sqlite.Tests;

/// <summary>
/// Executions that wait, for a time or for a person, are rows of the file and nothing else; <c>WORKFLOWKIT_WAITING=100000</c> makes them many. No other test runs
/// beside these, so the memory is theirs.
/// </summary>
[CollectionDefinition(nameof(WaitingTests), DisableParallelization = true)]
[Collection(nameof(WaitingTests))]
public sealed class WaitingTests(ITestOutputHelper output) : IDisposable
{
    private const int AtOnce = 64;
    private const int Parts = 4;
    private const int FirstTimer = 3_600;

    private const string Timer = """
        { "id": "timer", "name": "Timer", "inputs": { "type": "object", "properties": { "seconds": { "type": "integer" } }, "required": ["seconds"] },
          "steps": [ { "id": "nap", "type": "wait", "for": "duration(string(inputs.seconds) + 's')" } ] }
        """;

    private const string Person = """
        { "id": "person", "name": "Person", "steps": [ { "id": "ask", "type": "input", "with": { "title": "Go on?", "schema": { "type": "boolean" } } } ] }
        """;

    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly DatabaseFile _file = new();
    private readonly VirtualTime _time = new(Begin);

    private static int Many => int.TryParse(Environment.GetEnvironmentVariable("WORKFLOWKIT_WAITING"), CultureInfo.InvariantCulture, out var many) ? many : 2_000;

    /// <summary>How many seconds of the test's time are over.</summary>
    private int Elapsed => (int)(_time.GetUtcNow() - Begin).TotalSeconds;

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Executions_that_wait_hold_no_memory_and_go_on_when_it_is_time_and_when_they_are_answered()
    {
        await using var services = await StartAsync();
        var engine = services.GetRequiredService<IExecutionEngine>();
        var (timers, few) = (Many / 2, Many / 10);
        // The first ones bring up what is there once, such as code and pools.
        await MakeWaitAsync(engine, 0, few);
        var before = Memory();

        var clock = Stopwatch.StartNew();
        await MakeWaitAsync(engine, few, Many);
        Tell($"{Many - few} were started and wait", Many - few, clock);

        var grown = Memory() - before;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{few} wait: {before / 1024} KiB; {Many} wait: {(before + grown) / 1024} KiB, the process {Environment.WorkingSet >> 20} MiB, the file {new FileInfo(_file.Path).Length >> 20} MiB"));
        // One that was held would take thousands of bytes.
        grown.ShouldBeLessThan((1 << 20) + (32 * (Many - few)));

        for (var part = 1; part <= Parts; part++)
        {
            clock.Restart();
            _time.Advance(TimeSpan.FromSeconds(FirstTimer + (timers * part / Parts) - 1 - Elapsed));
            await UntilAsync(engine, ExecutionStatus.Completed, timers * part / Parts);
            Tell($"{timers / Parts} timers woke", timers / Parts, clock);
            (await CompletedAsync(engine, "timer")).ShouldAllBe(one => int.Parse(one.UserId!, CultureInfo.InvariantCulture) < timers * part / Parts, "none before its time");
        }

        clock.Restart();
        await AnswerAllAsync(engine);
        await UntilAsync(engine, ExecutionStatus.Completed, Many);
        Tell($"{Many - timers} were answered", Many - timers, clock);
    }

    [Fact]
    public async Task Timers_wake_in_the_order_of_their_times_whatever_the_order_in_which_they_were_set()
    {
        await using var services = await StartAsync();
        var engine = services.GetRequiredService<IExecutionEngine>();
        var minutes = Enumerable.Range(1, 30).ToArray();
        Random.Shared.Shuffle(minutes);
        foreach (var minute in minutes) await engine.StartAsync("timer", new { seconds = 60 * minute }, new StartOptions { UserId = minute.ToString(CultureInfo.InvariantCulture) });
        await UntilAsync(engine, ExecutionStatus.Paused, minutes.Length);
        var began = _time.GetUtcNow();

        for (var minute = 1; minute <= minutes.Length; minute++)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            await UntilAsync(engine, ExecutionStatus.Completed, minute);
        }

        foreach (var one in await CompletedAsync(engine, "timer"))
            one.CompletedAt.ShouldBe(began.AddMinutes(int.Parse(one.UserId!, CultureInfo.InvariantCulture)));
    }

    private async Task<ServiceProvider> StartAsync()
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(_time).AddWorkflowKit(kit => kit.UseSqlite($"Data Source={_file.Path}")).BuildServiceProvider();
        foreach (var definition in new[] { Timer, Person })
        {
            var saved = await services.GetRequiredService<IWorkflowRegistry>().SaveAsync(definition);
            saved.Succeeded.ShouldBeTrue(string.Join("\n", saved.Diagnostics));
        }
        return services;
    }

    /// <summary>Every second one waits for a time, each a second after the one before, and the others for a person.</summary>
    private async Task MakeWaitAsync(IExecutionEngine engine, int from, int to)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(from, to - from), options, async (number, cancellationToken) =>
        {
            var start = new StartOptions { UserId = (number / 2).ToString(CultureInfo.InvariantCulture) };
            if (number % 2 == 0) await engine.StartAsync("timer", new { seconds = FirstTimer + (number / 2) - Elapsed }, start, cancellationToken);
            else await engine.StartAsync("person", null, start, cancellationToken);
        });
        await UntilAsync(engine, ExecutionStatus.Paused, to);
        // What the engine looks at some milliseconds later.
        _time.Advance(TimeSpan.FromSeconds(1));
    }

    private static async Task AnswerAllAsync(IExecutionEngine engine)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = TestContext.Current.CancellationToken };
        var query = new ExecutionQuery { WorkflowId = "person", Statuses = [ExecutionStatus.Paused], Limit = ExecutionQuery.MaxLimit };
        do
        {
            var page = await engine.QueryAsync(query);
            await Parallel.ForEachAsync(page.Items, options, async (one, cancellationToken) => await engine.SupplyInputAsync(one.Id, "ask", true, cancellationToken: cancellationToken));
            query = query with { After = page.Next };
        }
        while (query.After is not null);
    }

    private static async Task<List<ExecutionSummary>> CompletedAsync(IExecutionEngine engine, string workflowId)
    {
        var completed = new List<ExecutionSummary>();
        var query = new ExecutionQuery { WorkflowId = workflowId, Statuses = [ExecutionStatus.Completed], Limit = ExecutionQuery.MaxLimit };
        do
        {
            var page = await engine.QueryAsync(query);
            completed.AddRange(page.Items);
            query = query with { After = page.Next };
        }
        while (query.After is not null);
        return completed;
    }

    /// <summary>Waits until so many have a status and nothing moves any more.</summary>
    private static async Task UntilAsync(IExecutionEngine engine, ExecutionStatus status, int count)
    {
        var core = ((ExecutionEngine)engine).Core;
        long found = 0;
        await Poll.UntilAsync(
            async () =>
            {
                if (!core.Actors.IsEmpty || !core.IsAtRest) return false;
                found = (await engine.CountAsync()).Of(status);
                return found >= count;
            },
            Patience, () => new($"{found} instead of {count} are {status}."), TestContext.Current.CancellationToken);
        found.ShouldBe(count);
    }

    private void Tell(string what, int count, Stopwatch clock) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what} in {clock.Elapsed.TotalSeconds:0.0} s, {count / clock.Elapsed.TotalSeconds:0} a second"));

    private static long Memory()
    {
        long memory = 0;
        for (var collection = 0; collection < 3; collection++)
        {
            memory = GC.GetTotalMemory(forceFullCollection: true);
            GC.WaitForPendingFinalizers();
        }
        return memory;
    }
}
