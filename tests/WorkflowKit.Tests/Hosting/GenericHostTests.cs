using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace WorkflowKit.Tests.Hosting;

public sealed class GenericHostTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workflowkit-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Definitions_of_a_folder_run_in_a_host_that_starts_and_stops()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "greeting.workflow.json"), Greeting.Definition(), TestContext.Current.CancellationToken);
        using var host = HostWith(kit => kit.AddStep<Greet>().AddDefinitions(_folder).ConfigureCompiler(options => options.WarmUp = true));

        await host.StartAsync(TestContext.Current.CancellationToken);

        (await Greeting.RunAsync(host.Services)).ShouldBe("Hello, Ada!");
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_host_with_options_that_cannot_be_does_not_start()
    {
        using var host = HostWith(kit => kit.ConfigureDefinitions(limits => limits.MaxSteps = 0).ConfigureEngine(options => options.MaxConcurrentExecutions = 0));

        await Should.ThrowAsync<Exception>(() => host.StartAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_restart_over_a_warm_cache_folder_starts_no_Roslyn()
    {
        void Configure(WorkflowKitBuilder kit) => kit.AddStep<Greet>().ConfigureCompiler(options => options.CacheFolder = _folder);
        using (var first = HostWith(Configure))
        {
            await Greeting.SaveAndRunAsync(first.Services);
            first.Services.GetRequiredService<WorkflowKit.Hosting.CompilerParts>().Roslyn.Compilations.ShouldBe(1);
        }

        using var second = HostWith(Configure);
        (await Greeting.SaveAndRunAsync(second.Services)).ShouldBe("Hello, Ada!");

        second.Services.GetRequiredService<WorkflowKit.Hosting.CompilerParts>().Roslyn.Compilations.ShouldBe(0);
    }

    private static IHost HostWith(Action<WorkflowKitBuilder> configure)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddWorkflowKit(configure);
        return builder.Build();
    }
}
