using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using WorkflowKit.Testing.Tests.Support;

namespace WorkflowKit.Testing.Tests;

public sealed class StartTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workflowkit-testing-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_definition_that_does_not_compile_fails_the_start_and_shows_the_place()
    {
        var error = await Should.ThrowAsync<WorkflowAssertionException>(() => Orders.HostAsync(Orders.Reminded, """
            { "id": "broken",
              "steps": [ { "id": "ship", "type": "shop.sihp", "with": { "sku": "chair" } } ] }
            """));

        error.Message.ShouldContain("broken.workflow.json:2:");
        error.Message.ShouldContain("error WK");
        error.Message.ShouldContain("^^^^^^");
        error.Message.ShouldContain("shop.ship");
    }

    [Fact]
    public async Task Definitions_come_from_a_folder_and_the_folder_stays_as_it_is()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "reminded.workflow.json"), Orders.Reminded, TestContext.Current.CancellationToken);

        await using (var host = await WorkflowTestHost.StartAsync(kit => kit.AddStep<Ship>().AddDefinitions(_folder.FullName)))
        {
            (await host.RunAsync("reminded")).ShouldHaveCompleted();
            await host.Registry.SaveAsync(Orders.EveryItem, cancellationToken: TestContext.Current.CancellationToken);
        }

        _folder.EnumerateFileSystemInfos("*", SearchOption.AllDirectories).Select(one => one.Name).ShouldBe(["reminded.workflow.json"]);
    }

    [Fact]
    public async Task A_folder_without_definitions_is_a_mistake() =>
        (await Should.ThrowAsync<WorkflowAssertionException>(() => WorkflowTestHost.StartAsync(kit => kit.AddDefinitions(_folder.FullName)))).Message.ShouldContain(_folder.FullName);

    [Fact]
    public async Task A_definition_comes_from_a_file()
    {
        var path = Path.Combine(_folder.FullName, "any.json");
        await File.WriteAllTextAsync(path, Orders.Reminded, TestContext.Current.CancellationToken);

        await using var host = await WorkflowTestHost.StartAsync(kit => kit.AddStep<Ship>().AddDefinitionFile(path));

        (await host.RunAsync("reminded")).ShouldHaveCompleted();
        await Should.ThrowAsync<FileNotFoundException>(() => WorkflowTestHost.StartAsync(kit => kit.AddDefinitionFile(path + "x")));
    }

    [Fact]
    public async Task Databases_of_the_host_are_left_alone()
    {
        var database = Path.Combine(_folder.FullName, "workflows.db");

        await using var host = await WorkflowTestHost.StartAsync(kit => kit.UseSqlite($"Data Source={database}").AddStep<Ship>().AddDefinition(Orders.Reminded));

        (await host.RunAsync("reminded")).ShouldHaveCompleted();
        File.Exists(database).ShouldBeFalse();
    }

    [Fact]
    public async Task Users_have_every_connection_unless_the_host_names_a_source()
    {
        await using var host = await Orders.HostAsync(Orders.Connected);
        (await host.RunAsync("connected")).ShouldHaveCompleted().Outputs!.Value.GetString().ShouldBe("chat");

        await using var other = await WorkflowTestHost.StartAsync(kit => kit.AddStep<Notify>().AddConnections<NobodyConnected>().AddDefinition(Orders.Connected));
        (await other.RunAsync("connected")).ShouldHaveFailed("tell");
    }

    [Fact]
    public async Task Wrong_options_and_wrong_inputs_are_told_as_in_any_host()
    {
        await Should.ThrowAsync<OptionsValidationException>(() => WorkflowTestHost.StartAsync(kit => kit.ConfigureEngine(options => options.PurgeBatch = 0)));
        await using var host = await Orders.HostAsync(Orders.ChargeAndShip);
        await Should.ThrowAsync<InvalidInputsException>(() => host.RunAsync("orders", new { amount = "much" }));
        await Should.ThrowAsync<WorkflowNotFoundException>(() => host.RunAsync("nothing"));
    }

    [Fact]
    public async Task Services_of_the_host_are_those_that_its_steps_get()
    {
        await using var host = await WorkflowTestHost.StartAsync(kit =>
        {
            kit.Services.AddSingleton<IBank, Bank>();
            kit.AddStepsFromAssemblyContaining<ChargeCard>().AddDefinition(Orders.Retried);
        });

        (await host.RunAsync("retried")).StepOutput<ChargeCard.Output>("charge").ChargeId.ShouldBe("real");
        host.Services.GetRequiredService<TimeProvider>().ShouldBeSameAs(host.Time);
    }

    private sealed class Bank : IBank
    {
        public Task<string> ChargeAsync(decimal amount) => Task.FromResult("real");
    }

    public sealed class NobodyConnected : IConnectionProvider
    {
        public bool Knows(string provider) => true;

        public ValueTask<Connection?> FindAsync(string? userId, string name, string provider, CancellationToken cancellationToken) => default;
    }
}
