using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using WorkflowKit.Benchmarks.Measuring;
using WorkflowKit.Benchmarks.Sequence;
using WorkflowKit.Benchmarks.Storing;
using WorkflowKit.Stores;

namespace WorkflowKit.Benchmarks.Ratios;

/// <summary>What keeping executions on disk costs, beside the database alone.</summary>
internal static class StoreRatio
{
    private const int Executions = 500;
    private const int CommitsEach = 20;
    private const int Entries = Executions * CommitsEach;
    private const int Steps = 100;
    private const int Left = 10_000;

    public static async Task RunAsync()
    {
        await using (var file = new SqliteFile()) await RunAsync(file);
        await using var server = await PostgreSqlDatabase.StartAsync();
        if (server is not null) await RunAsync(server);
        else Report.Missing("(l, m, n) PostgreSQL: its server is not installed here");
    }

    private static async Task RunAsync(IDatabase database)
    {
        await WriteAsync(database);
        await RecoverAsync(database);
    }

    private static async Task WriteAsync(IDatabase database)
    {
        await using var kit = new Kit(database.Use);
        var bodies = Bodies(Entries);
        List<IExecutionLog> logs = [];

        var grouped = await Stopclock.ComparePreparedAsync(
            rounds: 5,
            units: Entries,
            async () => logs = await LogsAsync(kit.Store, "measuring"),
            () => Task.WhenAll(logs.Select(log => Task.Run(() => AppendAsync(log)))),
            () => database.InsertAsync(bodies, rowsPerCommit: Executions),
            () => database.InsertLogsAsync(bodies, rowsPerCommit: Executions));
        Report.Time($"(l) {database.Name}: an entry, {Executions} executions at once, vs {Executions} rows a commit", grouped[0].Nanoseconds, grouped[1].Nanoseconds, "1.43x");
        Report.Time($"(l) {database.Name}: the same, vs rows that have the key of a log's entry", grouped[0].Nanoseconds, grouped[2].Nanoseconds, "1.43x");

        await kit.Registry.SaveAsync(SequenceDefinition.Text(Steps));
        var sequential = await Stopclock.CompareAsync(
            rounds: 9, units: Steps, () => kit.RunAsync(SequenceDefinition.Id(Steps)), () => database.InsertAsync(Bodies(Steps), rowsPerCommit: 1));
        Report.Time($"(m) {database.Name}: a step of one strict execution, vs a commit of one row", sequential[0].Nanoseconds, sequential[1].Nanoseconds, "1.3x");
    }

    /// <summary>Executions that a host left behind in the middle, taken up and run to their end by the next.</summary>
    private static async Task RecoverAsync(IDatabase database)
    {
        await using (var gone = new Kit(database.Use))
        {
            await gone.Registry.SaveAsync(SequenceDefinition.Text(10));
            var version = (await gone.Registry.FindAsync(SequenceDefinition.Id(10)))!.Hash;
            await Task.WhenAll(Enumerable.Range(0, Left).Select(i => gone.Store.CreateAsync(Header($"left-{i}", SequenceDefinition.Id(10), version), owner: null).AsTask()));
        }

        await using var next = new Kit(database.Use);
        var start = Stopwatch.GetTimestamp();
        await next.UntilNoneIsUnfinishedAsync(SequenceDefinition.Id(10));
        Report.Time($"(n) {database.Name}: {Left:N0} executions of ten steps taken up and ended, vs 10 s", Stopwatch.GetElapsedTime(start).TotalNanoseconds, 10e9, "1x");
    }

    private static async Task AppendAsync(IExecutionLog log)
    {
        for (var i = 0; i < CommitsEach; i++)
        {
            log.Append(Line());
            await log.CommitAsync();
        }
    }

    private static async Task<List<IExecutionLog>> LogsAsync(IExecutionStore store, string owner)
    {
        var creations = await Task.WhenAll(Enumerable.Range(0, Executions).Select(_ => store.CreateAsync(Header(Guid.NewGuid().ToString(), "none", "none"), owner).AsTask()));
        return [.. creations.Select(static creation => creation.Log!)];
    }

    private static ExecutionHeader Header(string id, string workflowId, string hash) => new()
    {
        Id = id,
        WorkflowId = workflowId,
        WorkflowName = workflowId,
        DefinitionHash = hash,
        Inputs = JsonElement.Parse("{}"),
        CreatedAt = DateTimeOffset.UtcNow,
    };

    /// <summary>An entry of 300 bytes, as stored.</summary>
    private static LogWritten Line() => new(DateTimeOffset.UtcNow, LogLevel.Information, new string('x', 180));

    private static List<byte[]> Bodies(int count) => [.. Enumerable.Repeat(Encoding.UTF8.GetBytes(new string('x', 300)), count)];
}
