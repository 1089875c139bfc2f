using Microsoft.Extensions.DependencyInjection;
using WorkflowKit.TestServers;

namespace WorkflowKit.EndToEnd.Crashes;

/// <summary>A PostgreSQL server that goes, and comes back, while hosts work.</summary>
public sealed class ServerOutageTests : IDisposable
{
    private const int Many = 24;
    private const int Some = 8;
    private const int PastTheLease = 4_000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workflowkit-outage-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(false, 500), InlineData(true, PastTheLease)]
    public async Task Hosts_go_on_when_their_server_is_back_and_lose_nothing(bool crashes, int milliseconds)
    {
        await using var server = await PostgreSqlFixture.StartOwnAsync();
        await using var services = new ServiceCollection().AddWorkflowKit(kit => kit.UsePostgreSql(server.ConnectionString)).BuildServiceProvider();
        var ledger = new Ledger(services.GetRequiredService<IExecutionEngine>(), _folder.FullName, crashes ? "server crashed" : "server stopped");
        using var first = new CrashHost("postgresql", server.ConnectionString, _folder.FullName, ledger.Started);
        using var second = new CrashHost("postgresql", server.ConnectionString, _folder.FullName, ledger.Started);
        await first.ReadyAsync();
        await second.ReadyAsync();
        ledger.AskForMore(first, Many);
        ledger.AskForMore(second, Many);
        await ledger.UntilAsync(second, () => Task.FromResult(ledger.Started.Count >= Many));

        await server.StopAsync(crashes);
        var acknowledged = ledger.Started.Values.ToHashSet();
        ledger.AskForMore(first, Some);
        ledger.AskForMore(second, Some);
        await Task.Delay(milliseconds, TestContext.Current.CancellationToken);
        await server.StartAsync();
        await ledger.UntilAllHaveEndedAsync(second);

        (await first.StopAsync()).ShouldBe(0, first.Errors);
        (await second.StopAsync()).ShouldBe(0, second.Errors);
        first.Refusals.Concat(second.Refusals).ShouldAllBe(static exception => exception == nameof(StoreUnavailableException), first.Errors + second.Errors);
        acknowledged.ShouldBeSubsetOf(ledger.Started.Values, "a key that was asked for again has the execution that it had");
        await ledger.CheckAsync();
    }
}
