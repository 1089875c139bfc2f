using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using WorkflowKit.Stores;
using WorkflowKit.Tests.Engine.Support;
using WorkflowKit.Tests.Runs.Support;

namespace WorkflowKit.Tests.Hosting;

public sealed class RuntimeRegistrationTests
{
    private static IServiceCollection Services(Action<WorkflowEngineOptions>? configure = null)
    {
        var registry = new TestRegistry().Add(Workflows.Sequence("flow", "a"), Workflows.Waiting("waiting", TimeSpan.FromHours(1)));
        return new ServiceCollection()
            .AddSingleton<IWorkflowRegistry>(registry)
            .AddSingleton(new Script())
            .AddSingleton(StepRegistration.Of<Call, Call.Input, Call.Output>())
            .AddWorkflowKitRuntime(configure);
    }

    [Fact]
    public async Task In_a_bare_container_the_engine_works_without_being_started()
    {
        await using var services = Services().BuildServiceProvider();

        var record = await services.GetRequiredService<IExecutionEngine>().RunAsync("flow", cancellationToken: TestContext.Current.CancellationToken);

        record.Status.ShouldBe(ExecutionStatus.Completed);
    }

    [Fact]
    public async Task A_container_may_be_disposed_of_without_awaiting_it()
    {
        var services = Services().BuildServiceProvider();
        var engine = services.GetRequiredService<IExecutionEngine>();
        await engine.StartAsync("waiting", cancellationToken: TestContext.Current.CancellationToken);

        services.Dispose();

        await Should.ThrowAsync<EngineStoppedException>(engine.StartAsync("flow", cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task In_a_generic_host_the_engine_starts_and_stops_with_it()
    {
        var store = new InMemoryExecutionStore();
        var builder = Host.CreateApplicationBuilder();
        foreach (var service in Services()) builder.Services.Add(service);
        builder.Services.AddSingleton<IExecutionStore>(store);
        using var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        var engine = host.Services.GetRequiredService<IExecutionEngine>();
        await engine.RunAsync("flow", cancellationToken: TestContext.Current.CancellationToken);

        await host.StopAsync(TestContext.Current.CancellationToken);

        await Should.ThrowAsync<EngineStoppedException>(engine.StartAsync("flow", cancellationToken: TestContext.Current.CancellationToken));
        (await store.QueryAsync(new(), TestContext.Current.CancellationToken)).Items.ShouldHaveSingleItem().Status.ShouldBe(ExecutionStatus.Completed);
    }

    [Fact]
    public async Task What_the_host_registered_stays()
    {
        var store = new InMemoryExecutionStore();
        await using var services = Services().AddSingleton<IExecutionStore>(store).AddWorkflowKitRuntime().BuildServiceProvider();

        services.GetRequiredService<IExecutionStore>().ShouldBeSameAs(store);
        services.GetServices<IHostedService>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Limits_that_cannot_be_kept_are_refused_all_at_once()
    {
        await using var services = Services(options =>
        {
            options.MaxConcurrentExecutions = 0;
            options.PurgeInterval = TimeSpan.Zero;
        }).BuildServiceProvider();

        var error = Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IExecutionEngine>());

        error.Failures.ShouldBe(
            ["MaxConcurrentExecutions must be at least 1; it is 0.", "PurgeInterval must be longer than zero; it is 00:00:00."]);
    }
}
