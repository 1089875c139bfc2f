using static WorkflowKit.Tests.Registry.RegistryFixture;

namespace WorkflowKit.Tests.Registry;

public sealed class InspectingTests : IDisposable
{
    private readonly RegistryFixture _fixture = new();

    private IWorkflowRegistry Registry => _fixture.Registry;

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task A_workflow_that_compiles_is_its_stored_text()
    {
        await Registry.SaveAsync(Text("orders"));

        var state = (await Registry.InspectAsync("orders")).ShouldNotBeNull();

        (state.Id, state.IsCurrent, state.Problem).ShouldBe(("orders", true, null));
        state.Current.ShouldNotBeNull().Hash.ShouldBe(state.Stored.Hash);
    }

    [Fact]
    public async Task A_text_that_somebody_left_broken_stands_beside_the_version_that_runs()
    {
        await Registry.SaveAsync(Text("orders"));
        await _fixture.PutAsync("orders", Bad("orders"));

        var state = (await Registry.InspectAsync("orders")).ShouldNotBeNull();

        state.IsCurrent.ShouldBeFalse();
        state.Stored.Source.Text.ShouldBe(Bad("orders"));
        state.Problem.ShouldNotBeNull().Errors.Single().Code.ShouldBe("WK0000");
        state.Current.ShouldNotBeNull().Hash.ShouldBe(HashOf(Text("orders")));
    }

    [Fact]
    public async Task All_are_told_by_id_and_compiled_together()
    {
        await _fixture.PutAsync("b", Text("b"));
        await _fixture.PutAsync("c", Bad("c"));
        await _fixture.PutAsync("a", Text("a"));

        var states = await Registry.InspectAllAsync();

        states.Select(one => (one.Id, one.IsCurrent)).ShouldBe([("a", true), ("b", true), ("c", false)]);
        _fixture.Compiler.Batches.ShouldBe(1);
    }

    [Fact]
    public async Task A_text_that_changes_while_it_is_looked_at_is_looked_at_again()
    {
        await _fixture.PutAsync("orders", Text("orders"));
        _fixture.Compiler.Before = definition => definition.Name == "One" ? _fixture.PutAsync("orders", Text("orders", "Two")) : Task.CompletedTask;

        var state = (await Registry.InspectAsync("orders")).ShouldNotBeNull();

        state.Stored.Source.Text.ShouldBe(Text("orders", "Two"));
        state.Current.ShouldNotBeNull().Name.ShouldBe("Two");
    }

    [Fact]
    public async Task Texts_are_read_without_compiling_them()
    {
        await _fixture.PutAsync("orders", Text("orders"));
        await _fixture.PutAsync("orders", Bad("orders"));

        (await Registry.ReadAsync("orders")).ShouldNotBeNull().Source.Text.ShouldBe(Bad("orders"));
        (await Registry.ReadAsync("orders", HashOf(Text("orders")))).ShouldNotBeNull().Source.Text.ShouldBe(Text("orders"));
        (await Registry.ReadAsync("orders", HashOf("another"))).ShouldBeNull();
        _fixture.Compiler.Compiled.ShouldBe(0);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("../orders")]
    [InlineData("")]
    public async Task What_is_not_there_is_told_as_that(string workflowId)
    {
        (await Registry.InspectAsync(workflowId)).ShouldBeNull();
        (await Registry.ReadAsync(workflowId)).ShouldBeNull();
    }
}
