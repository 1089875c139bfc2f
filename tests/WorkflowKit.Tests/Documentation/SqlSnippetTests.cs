using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace WorkflowKit.Tests.Documentation;

/// <summary>Every SQL block of the pages is run in a SQLite file as a host leaves it; what is a copy by then has what the file had.</summary>
public sealed class SqlSnippetTests : IDisposable
{
    private const string Definition = """{ "id": "hello", "steps": [ { "id": "note", "type": "log", "message": "Hello" } ] }""";

    private readonly string _folder = Directory.CreateTempSubdirectory("workflowkit-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_sql_block_runs_while_a_host_is_up_and_makes_a_copy_that_another_host_can_use()
    {
        await using var services = ServicesOver("workflows.db");
        (await services.GetRequiredService<IWorkflowRegistry>().SaveAsync(Definition, cancellationToken: TestContext.Current.CancellationToken)).Succeeded.ShouldBeTrue();
        var id = (await services.GetRequiredService<IExecutionEngine>().RunAsync("hello", cancellationToken: TestContext.Current.CancellationToken)).Id;
        var record = await RecordAsync(services, id);
        var snippets = Snippet.In("sql").ToList();

        foreach (var snippet in snippets) await RunAsync(snippet.Text.Replace("'backup.db'", $"'{Path.Combine(_folder, "backup.db")}'", StringComparison.Ordinal));

        snippets.ShouldNotBeEmpty();
        await using var restored = ServicesOver("backup.db");
        (await RecordAsync(restored, id)).ShouldBe(record);
        (await restored.GetRequiredService<IWorkflowRegistry>().FindAsync("hello", TestContext.Current.CancellationToken)).ShouldNotBeNull();
    }

    private ServiceProvider ServicesOver(string file) =>
        new ServiceCollection().AddWorkflowKit(kit => kit.UseSqlite($"Data Source={Path.Combine(_folder, file)}")).BuildServiceProvider();

    private static async Task<string> RecordAsync(ServiceProvider services, string id) =>
        (await services.GetRequiredService<IExecutionEngine>().GetAsync(id, TestContext.Current.CancellationToken)).ShouldNotBeNull().ToJson();

    private async Task RunAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "workflows.db")};Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
