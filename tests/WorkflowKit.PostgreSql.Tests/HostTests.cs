using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using WorkflowKit.TestServers;

namespace WorkflowKit.PostgreSql.Tests;

/// <summary>A host that keeps its workflows in PostgreSQL, as a developer sets it up.</summary>
public sealed class HostTests(PostgreSqlFixture server) : DatabaseTests(server)
{
    private const string Somewhere = "Host=localhost;Database=app";

    private const string Greeting = """
        { "id": "greeting", "name": "Greeting", "inputs": { "type": "object", "properties": { "name": { "type": "string" } }, "required": ["name"] },
          "steps": [ { "id": "text", "type": "set", "with": "${{ 'Hello, ' + inputs.name }}" } ],
          "outputs": { "text": "${{ steps.text.output }}" } }
        """;

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
    public async Task Hosts_with_different_steps_end_each_its_own_executions_and_what_nobody_can_run_waits()
    {
        using var red = await StartAsync(static kit => kit.AddStep<RedStep>());
        using var blue = await StartAsync(static kit => kit.AddStep<BlueStep>());
        var engines = new[] { red, blue }.Select(static host => host.Services.GetRequiredService<IExecutionEngine>()).ToArray();
        foreach (var (host, colour) in new[] { (red, "red"), (blue, "blue") })
        {
            var saved = await host.Services.GetRequiredService<IWorkflowRegistry>().SaveAsync($$"""
                { "id": "{{colour}}", "name": "Paint", "steps": [ { "id": "pause", "type": "wait", "for": "PT0.2S" }, { "id": "paint", "type": "test.{{colour}}" } ] }
                """);
            saved.Succeeded.ShouldBeTrue(string.Join("\n", saved.Diagnostics));
        }
        var orphan = await Database.Open().CreateAsync(Header("orphan"), null);

        var ids = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => engines[number % 2].StartAsync(number % 2 == 0 ? "red" : "blue")));

        // Each waits on the other host than the one that can run it.
        foreach (var (id, number) in ids.Select(static (id, number) => (id, number)))
        {
            var record = await engines[1 - number % 2].WaitAsync(id).WaitAsync(TimeSpan.FromSeconds(60));
            record.Status.ShouldBe(ExecutionStatus.Completed, record.ToJson());
            record.Entries.OfType<ExecutionPaused>().ShouldAllBe(static paused => paused.Reason == PauseReason.Timer);
        }
        (await engines[0].GetAsync(orphan.Id))!.Status.ShouldBe(ExecutionStatus.Pending);
        await red.StopAsync();
        await blue.StopAsync();
    }

    [Fact]
    public void Definitions_stay_where_the_host_wants_them()
    {
        using var services = new ServiceCollection().AddWorkflowKit(static kit => kit.UsePostgreSql(Somewhere).AddDefinitions(Path.GetTempPath())).BuildServiceProvider();

        services.GetRequiredService<IDefinitionStore>().ShouldBeOfType<FolderDefinitionStore>();
    }

    [Theory]
    [InlineData("Database=app")]
    [InlineData("Colour=blue")]
    [InlineData("nonsense")]
    public async Task A_connection_string_that_names_no_server_is_told_at_the_start(string connectionString)
    {
        using var host = Build(kit => kit.UsePostgreSql(connectionString));

        var error = await Should.ThrowAsync<OptionsValidationException>(async () => await host.StartAsync());

        error.Message.ShouldContain("ConnectionString");
    }

    [Theory]
    [InlineData("")]
    [InlineData("Work")]
    [InlineData("1st")]
    [InlineData("pg_work")]
    [InlineData("a\"; DROP TABLE x; --")]
    [InlineData("work\n")]
    public async Task A_schema_whose_name_is_not_plain_is_told_at_the_start(string schema)
    {
        using var host = Build(kit => kit.UsePostgreSql(Somewhere, options => options.Schema = schema));

        (await Should.ThrowAsync<OptionsValidationException>(async () => await host.StartAsync())).Message.ShouldContain("Schema");
    }

    [Fact]
    public async Task Options_out_of_range_are_told_all_at_once()
    {
        using var host = Build(static kit => kit.UsePostgreSql(
            Somewhere, static options => (options.PollInterval, options.LeaseDuration, options.Durability) = (TimeSpan.Zero, TimeSpan.FromSeconds(1), (Durability)7)));

        var error = await Should.ThrowAsync<OptionsValidationException>(async () => await host.StartAsync());

        error.Failures.Count().ShouldBe(3);
    }

    private async Task<IHost> StartAsync(Action<WorkflowKitBuilder>? more = null)
    {
        var host = Build(kit =>
        {
            kit.UsePostgreSql(Database.ConnectionString, options => options.Schema = Database.Schema);
            // Whatever waits is given up, so that any host may take it.
            kit.ConfigureEngine(static options => options.LongestWaitInMemory = TimeSpan.Zero);
            more?.Invoke(kit);
        });
        await host.StartAsync();
        return host;
    }

    private static IHost Build(Action<WorkflowKitBuilder> configure)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddWorkflowKit(configure);
        return builder.Build();
    }
}
