using Microsoft.Extensions.DependencyInjection;
using WorkflowKit.TestServers;

namespace WorkflowKit.EndToEnd.Crashes;

/// <summary>Hosts on a PostgreSQL server that are killed while they work.</summary>
public sealed class PostgreSqlCrashTests(ITestOutputHelper output) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workflowkit-crashes-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Hosts_that_are_killed_at_random_moments_lose_nothing_and_record_nothing_twice()
    {
        await using var server = await PostgreSqlFixture.StartOwnAsync();
        await using var services = new ServiceCollection().AddWorkflowKit(kit => kit.UsePostgreSql(server.ConnectionString)).BuildServiceProvider();

        await new CrashScenario("postgresql", server.ConnectionString, _folder.FullName, output).RunAsync(services.GetRequiredService<IExecutionEngine>());
    }
}
