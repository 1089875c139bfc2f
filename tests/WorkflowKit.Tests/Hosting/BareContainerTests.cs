using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace WorkflowKit.Tests.Hosting;

public sealed class BareContainerTests
{
    [Fact]
    public async Task A_workflow_is_saved_and_run()
    {
        await using var services = new ServiceCollection().AddWorkflowKit(kit => kit.AddStep<Greet>()).BuildServiceProvider();

        (await Greeting.SaveAndRunAsync(services)).ShouldBe("Hello, Ada!");
    }

    [Fact]
    public async Task A_step_gets_services_from_a_scope_of_its_own()
    {
        await using var services = new ServiceCollection().AddScoped<GreetWith.Word>().AddWorkflowKit(kit => kit.AddStep<GreetWith>()).BuildServiceProvider(validateScopes: true);
        var before = GreetWith.Word.Disposed;

        (await Greeting.SaveAndRunAsync(services, "test.greetWith")).ShouldBe("Good day, Ada!");

        GreetWith.Word.Disposed.ShouldBe(before + 1);
    }

    [Fact]
    public async Task A_definition_that_changes_in_its_folder_is_picked_up()
    {
        var folder = Directory.CreateTempSubdirectory("workflowkit-").FullName;
        var file = Path.Combine(folder, "greeting.workflow.json");
        await File.WriteAllTextAsync(file, Greeting.Definition(), TestContext.Current.CancellationToken);
        await using var services = new ServiceCollection().AddWorkflowKit(kit => kit.AddStep<Greet>().AddDefinitions(folder)).BuildServiceProvider();
        (await Greeting.RunAsync(services)).ShouldBe("Hello, Ada!");

        await File.WriteAllTextAsync(file, Greeting.Definition().Replace("${{ inputs.name }}", "Grace", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        await Poll.UntilAsync(
            async () => await Greeting.RunAsync(services) is "Hello, Grace!", TimeSpan.FromSeconds(30), static () => new("The change was not picked up."), TestContext.Current.CancellationToken);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_several_calls_say_adds_up()
    {
        await using var services = new ServiceCollection()
            .AddWorkflowKit(kit => kit.AddStep<Greet>())
            .AddWorkflowKit(kit => kit.AddStep<Greet>().AddStep<GreetWith>())
            .BuildServiceProvider();

        services.GetRequiredService<StepCatalogue>().Steps.Select(step => step.Type).ShouldBe(["test.greet", "test.greetWith"]);
        services.GetServices<IExecutionEngine>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_hosts_clock_is_used()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero));
        await using var services = new ServiceCollection().AddSingleton<TimeProvider>(time).AddWorkflowKit(kit => kit.AddStep<Greet>()).BuildServiceProvider();
        await Greeting.SaveAndRunAsync(services);

        var page = await services.GetRequiredService<IExecutionEngine>().QueryAsync(cancellationToken: TestContext.Current.CancellationToken);

        page.Items.ShouldHaveSingleItem().CreatedAt.ShouldBe(time.GetUtcNow());
    }

    [Fact]
    public void Options_that_cannot_be_are_refused_when_the_compiler_is_made()
    {
        using var services = new ServiceCollection().AddWorkflowKit(kit => kit.ConfigureCompiler(options => options.MemoryCapacity = 0)).BuildServiceProvider();

        Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IWorkflowCompiler>()).Message.ShouldContain("MemoryCapacity must be at least 1");
    }

    [Fact]
    public void The_builder_ends_with_the_call()
    {
        WorkflowKitBuilder? kept = null;
        new ServiceCollection().AddWorkflowKit(kit => kept = kit);

        Should.Throw<InvalidOperationException>(() => kept!.AddStep<Greet>()).Message.ShouldContain("AddWorkflowKit has returned");
    }
}
