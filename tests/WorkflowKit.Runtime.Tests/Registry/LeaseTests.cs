using static WorkflowKit.Tests.Registry.RegistryFixture;

namespace WorkflowKit.Tests.Registry;

public sealed class LeaseTests : IDisposable
{
    private readonly RegistryFixture _fixture = new();

    private IWorkflowRegistry Registry => _fixture.Registry;

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task A_run_ends_on_the_version_it_began_with()
    {
        await Registry.SaveAsync(Text("orders", "One"));
        var lease = (await Registry.LeaseAsync("orders")).ShouldNotBeNull();

        await Registry.SaveAsync(Text("orders", "Two"));

        lease.Workflow.WorkflowName.ShouldBe("One");
        _fixture.Compiler.Programs[0].IsDisposed.ShouldBeFalse();
        lease.Dispose();
        _fixture.Compiler.Programs[0].IsDisposed.ShouldBeTrue();
        using var next = await Registry.LeaseAsync("orders");
        next!.Workflow.WorkflowName.ShouldBe("Two");
    }

    [Fact]
    public async Task A_lease_that_is_disposed_twice_lets_go_once()
    {
        await Registry.SaveAsync(Text("orders"));
        var lease = await Registry.LeaseAsync("orders");

        lease!.Dispose();
        lease.Dispose();

        _fixture.Compiler.Programs[0].IsDisposed.ShouldBeFalse();
    }

    [Fact]
    public async Task A_replaced_version_that_nobody_runs_is_released_at_once()
    {
        await Registry.SaveAsync(Text("orders", "One"));
        await Registry.SaveAsync(Text("orders", "Two"));

        _fixture.Compiler.Programs.Select(program => program.IsDisposed).ShouldBe([true, false]);
    }

    [Fact]
    public async Task An_old_version_is_compiled_when_it_is_asked_for_and_then_kept()
    {
        await Registry.SaveAsync(Text("orders", "One"));
        await Registry.SaveAsync(Text("orders", "Two"));

        using (var lease = await Registry.LeaseAsync("orders", HashOf(Text("orders", "One"))))
            lease!.Registered.Name.ShouldBe("One");
        using (var lease = await Registry.LeaseAsync("orders", HashOf(Text("orders", "One"))))
            lease!.Registered.Name.ShouldBe("One");

        _fixture.Compiler.Compiled.ShouldBe(3);
    }

    [Fact]
    public async Task Old_versions_that_have_not_been_asked_for_lately_are_released()
    {
        for (var i = 0; i < 40; i++)
            await Registry.SaveAsync(Text("orders", $"N{i}"));
        for (var i = 0; i < 39; i++)
            (await Registry.FindAsync("orders", HashOf(Text("orders", $"N{i}")))).ShouldNotBeNull();

        _fixture.Compiler.Programs.Count(program => !program.IsDisposed).ShouldBe(17);
    }

    [Fact]
    public async Task A_version_that_never_was_has_no_lease()
    {
        await Registry.SaveAsync(Text("orders"));

        (await Registry.LeaseAsync("orders", HashOf("x"))).ShouldBeNull();
        (await Registry.LeaseAsync("orders", "../../etc/passwd")).ShouldBeNull();
    }

    [Fact]
    public async Task Leases_and_saves_at_once_never_meet_a_released_program()
    {
        await Registry.SaveAsync(Text("orders"));
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                using var lease = (await Registry.LeaseAsync("orders")).ShouldNotBeNull();
                lock (_fixture.Compiler.Programs)
                    _fixture.Compiler.Programs.Single(program => program.Workflow == lease.Workflow).IsDisposed.ShouldBeFalse();
            }
        })).ToList();

        for (var i = 0; i < 200; i++)
            await Registry.SaveAsync(Text("orders", $"N{i}"));
        await stop.CancelAsync();
        await Task.WhenAll(readers);

        _fixture.Compiler.Programs.Count(program => !program.IsDisposed).ShouldBe(1);
    }

    [Fact]
    public async Task Disposing_the_registry_lets_go_of_everything()
    {
        await Registry.SaveAsync(Text("a"));
        await Registry.SaveAsync(Text("b"));

        _fixture.Core.Dispose();

        _fixture.Compiler.Programs.ShouldAllBe(program => program.IsDisposed);
    }
}
