using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using WorkflowKit.Stores;

namespace WorkflowKit.Sqlite.Tests;

/// <summary>A host that keeps its workflows in a file, as a developer sets it up.</summary>
public sealed class HostTests : IDisposable
{
    private const string Greeting = """
        { "id": "greeting", "name": "Greeting", "inputs": { "type": "object", "properties": { "name": { "type": "string" } }, "required": ["name"] },
          "steps": [ { "id": "text", "type": "set", "with": "${{ 'Hello, ' + inputs.name }}" } ],
          "outputs": { "text": "${{ steps.text.output }}" } }
        """;

    private readonly DatabaseFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Definitions_and_executions_are_there_after_a_restart()
    {
        string id;
        using (var host = await StartAsync())
        {
            var saved = await host.Services.GetRequiredService<IWorkflowRegistry>().SaveAsync(Greeting);
            saved.Succeeded.ShouldBeTrue(string.Join("\n", saved.Diagnostics));
            var record = await host.Services.GetRequiredService<IExecutionEngine>().RunAsync("greeting", new { name = "Ann" });
            id = record.Id;
            await host.StopAsync();
        }

        using var again = await StartAsync();

        var found = await again.Services.GetRequiredService<IExecutionEngine>().GetAsync(id);
        found.ShouldNotBeNull().Status.ShouldBe(ExecutionStatus.Completed);
        JsonElement.DeepEquals(found.Outputs!.Value, JsonElement.Parse("""{"text":"Hello, Ann"}""")).ShouldBeTrue();
        (await again.Services.GetRequiredService<IExecutionEngine>().RunAsync("greeting", new { name = "Bob" })).Status.ShouldBe(ExecutionStatus.Completed);
        await again.StopAsync();
    }

    [Fact]
    public void Definitions_stay_where_the_host_wants_them()
    {
        using var folderFirst = Services(kit => kit.AddDefinitions(Path.GetDirectoryName(_file.Path)!).UseSqlite($"Data Source={_file.Path}"));
        using var folderLast = Services(kit => kit.UseSqlite($"Data Source={_file.Path}").AddDefinitions(Path.GetDirectoryName(_file.Path)!));

        folderFirst.GetRequiredService<IDefinitionStore>().ShouldBeOfType<FolderDefinitionStore>();
        folderLast.GetRequiredService<IDefinitionStore>().ShouldBeOfType<FolderDefinitionStore>();
        folderLast.GetRequiredService<IExecutionStore>().GetType().Name.ShouldBe("SqliteExecutionStore");
    }

    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=workflows;Mode=Memory;Cache=Shared")]
    [InlineData("Data Source=")]
    [InlineData("Colour=blue")]
    public async Task A_connection_string_that_names_no_file_is_told_at_the_start(string connectionString)
    {
        using var host = Build(kit => kit.UseSqlite(connectionString));

        var error = await Should.ThrowAsync<OptionsValidationException>(async () => await host.StartAsync());

        error.Message.ShouldContain("ConnectionString");
    }

    [Fact]
    public async Task Options_out_of_range_are_told_all_at_once()
    {
        using var host = Build(kit => kit.UseSqlite($"Data Source={_file.Path}", options => (options.BusyTimeout, options.PollInterval, options.Durability) = (TimeSpan.FromDays(1), TimeSpan.Zero, (Durability)7)));

        var error = await Should.ThrowAsync<OptionsValidationException>(async () => await host.StartAsync());

        error.Failures.Count().ShouldBe(3);
    }

    private async Task<IHost> StartAsync()
    {
        var host = Build(kit => kit.UseSqlite($"Data Source={_file.Path}"));
        await host.StartAsync();
        return host;
    }

    private static IHost Build(Action<WorkflowKitBuilder> configure)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddWorkflowKit(configure);
        return builder.Build();
    }

    private static ServiceProvider Services(Action<WorkflowKitBuilder> configure) => new ServiceCollection().AddWorkflowKit(configure).BuildServiceProvider();
}
