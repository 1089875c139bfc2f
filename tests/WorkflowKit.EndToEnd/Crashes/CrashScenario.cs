using System.Diagnostics;
using System.Globalization;

namespace WorkflowKit.EndToEnd.Crashes;

/// <summary>Hosts that run many executions and are killed at random moments, one after the other.</summary>
/// <param name="store">The kind of store.</param>
/// <param name="connectionString">Where it is.</param>
/// <param name="folder">Where the hosts' files go.</param>
/// <param name="output">Where it tells how long it took.</param>
internal sealed class CrashScenario(string store, string connectionString, string folder, ITestOutputHelper output)
{
    private const int StartsPerLife = 8;

    /// <summary>How many times a host is killed: ten, or as many as the environment says.</summary>
    private static int Kills => int.TryParse(Environment.GetEnvironmentVariable("WORKFLOWKIT_CRASHES"), CultureInfo.InvariantCulture, out var kills) ? kills : 10;

    internal async Task RunAsync(IExecutionEngine look)
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        var ledger = new Ledger(look, folder, $"seed {seed}");
        var clock = Stopwatch.StartNew();
        for (var kill = 0; kill < Kills; kill++)
        {
            using var host = new CrashHost(store, connectionString, folder, ledger.Started);
            await host.ReadyAsync();
            ledger.AskForMore(host, StartsPerLife);
            await Task.Delay(random.Next(20, 900), TestContext.Current.CancellationToken);
            host.Kill();
            ledger.Note(host);
        }
        var killed = clock.Elapsed;

        using var last = new CrashHost(store, connectionString, folder, ledger.Started);
        await last.ReadyAsync();
        ledger.AskForMore(last, 0);
        await ledger.UntilAllHaveEndedAsync(last);
        var ended = clock.Elapsed;
        (await last.StopAsync()).ShouldBe(0, last.Errors);

        await ledger.CheckAsync();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Seed {seed}: {Kills} kills in {killed.TotalSeconds:0.0} s; all {ledger.Count} executions had ended {(ended - killed).TotalSeconds:0.0} s later, and were checked in {(clock.Elapsed - ended).TotalSeconds:0.0} s."));
    }
}
