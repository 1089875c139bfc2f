using Microsoft.Extensions.DependencyInjection;

namespace WorkflowKit.EndToEnd.Crashes;

/// <summary>Hosts on a SQLite file that are killed while they work.</summary>
public sealed class SqliteCrashTests(ITestOutputHelper output) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workflowkit-crashes-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Hosts_that_are_killed_at_random_moments_lose_nothing_and_record_nothing_twice()
    {
        var connectionString = $"Data Source={Path.Combine(_folder.FullName, "workflows.db")}";
        await using var services = new ServiceCollection().AddWorkflowKit(kit => kit.UseSqlite(connectionString)).BuildServiceProvider();

        await new CrashScenario("sqlite", connectionString, _folder.FullName, output).RunAsync(services.GetRequiredService<IExecutionEngine>());
    }
}
