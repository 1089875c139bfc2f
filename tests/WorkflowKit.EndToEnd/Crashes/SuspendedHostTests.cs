using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using WorkflowKit.TestServers;

namespace WorkflowKit.EndToEnd.Crashes;

/// <summary>A host that is stopped where it is for longer than its lease, and goes on when another has done its work.</summary>
public sealed class SuspendedHostTests : IDisposable
{
    private const string Store = "postgresql";
    private const int Many = 24;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workflowkit-suspended-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_host_that_slept_past_its_lease_writes_nothing_more_of_what_it_had_and_goes_on_under_another_name()
    {
        await using var server = await PostgreSqlFixture.StartOwnAsync();
        await using var services = new ServiceCollection().AddWorkflowKit(kit => kit.UsePostgreSql(server.ConnectionString)).BuildServiceProvider();
        await using var database = NpgsqlDataSource.Create(server.ConnectionString);
        var ledger = new Ledger(services.GetRequiredService<IExecutionEngine>(), _folder.FullName, "asleep");
        using var sleeper = new CrashHost(Store, server.ConnectionString, _folder.FullName, ledger.Started);
        await sleeper.ReadyAsync();

        // It falls asleep with executions in hand.
        List<string> owners;
        do
        {
            ledger.AskForMore(sleeper, Many);
            await ledger.UntilAllAreAcknowledgedAsync(sleeper);
            await sleeper.SuspendAsync();
            owners = await OwnersAsync(database);
            if (owners.Count == 0) await sleeper.ContinueAsync();
        }
        while (owners.Count == 0);
        var asleep = owners.ShouldHaveSingleItem();
        using var other = new CrashHost(Store, server.ConnectionString, _folder.FullName, ledger.Started);
        await other.ReadyAsync();
        await ledger.UntilAllHaveEndedAsync(other);

        // It wakes, finds that all is done, and takes up what the other one leaves.
        await sleeper.ContinueAsync();
        ledger.AskForMore(other, Many);
        await ledger.UntilAllAreAcknowledgedAsync(other);
        other.Kill();
        ledger.Note(other);
        ledger.AskForMore(sleeper, Many);
        await ledger.UntilAllAreAcknowledgedAsync(sleeper);
        (await OwnersAsync(database)).ShouldNotContain(asleep);
        await ledger.UntilAllHaveEndedAsync(sleeper);

        (await sleeper.StopAsync()).ShouldBe(0, sleeper.Errors);
        sleeper.Errors.ShouldContain("by now", customMessage: "what it had in hand was refused, or it knew before it wrote");
        sleeper.Errors.ShouldNotContain("is let go of", customMessage: "in silence");
        await ledger.CheckAsync();
    }

    /// <summary>The hosts that have executions in hand.</summary>
    private static async Task<List<string>> OwnersAsync(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand("SELECT DISTINCT owner FROM workflowkit.executions WHERE owner IS NOT NULL");
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var owners = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) owners.Add(reader.GetString(0));
        return owners;
    }
}
