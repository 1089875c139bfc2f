using static WorkflowKit.Tests.Registry.RegistryFixture;

namespace WorkflowKit.Tests.Registry;

public sealed class LoadingTests : IDisposable
{
    private readonly RegistryFixture _fixture = new();

    private IWorkflowRegistry Registry => _fixture.Registry;

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task A_workflow_that_the_store_holds_is_compiled_when_it_is_first_asked_for()
    {
        await _fixture.PutAsync("orders", Text("orders"));

        (await Registry.FindAsync("orders")).ShouldNotBeNull();
        (await Registry.FindAsync("orders")).ShouldNotBeNull();

        _fixture.Compiler.Compiled.ShouldBe(1);
    }

    [Fact]
    public async Task Many_callers_at_once_compile_once()
    {
        await _fixture.PutAsync("orders", Text("orders"));

        var found = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Task.Run(async () => await Registry.FindAsync("orders"))));

        found.ShouldAllBe(one => one != null);
        _fixture.Compiler.Compiled.ShouldBe(1);
    }

    [Fact]
    public async Task All_are_loaded_in_one_compilation()
    {
        foreach (var id in new[] { "a", "b", "c" })
            await _fixture.PutAsync(id, Text(id));

        (await Registry.ListAsync()).Count.ShouldBe(3);
        (await Registry.ListAsync()).Count.ShouldBe(3);

        (_fixture.Compiler.Batches, _fixture.Compiler.Compiled).ShouldBe((1, 3));
    }

    [Fact]
    public async Task A_stored_definition_with_errors_is_a_problem_and_no_workflow()
    {
        await _fixture.PutAsync("good", Text("good"));
        await _fixture.PutAsync("bad", Bad("bad"));
        await _fixture.PutAsync("torn", "{ \"id\": \"torn\"");

        (await Registry.ListAsync()).Select(one => one.Id).ShouldBe(["good"]);
        (await Registry.ProblemsAsync()).Select(one => (one.Errors.First().Code, one.Source.FileName)).ShouldBe([("WK0000", "bad.workflow.json"), ("WK1001", "torn.workflow.json")]);
        (await Registry.FindAsync("bad")).ShouldBeNull();
    }

    [Fact]
    public async Task A_definition_that_says_it_is_another_workflow_is_a_problem()
    {
        await _fixture.PutAsync("orders", Text("invoices"));

        var problem = (await Registry.ProblemsAsync()).ShouldHaveSingleItem();

        problem.Errors.ShouldHaveSingleItem().ShouldSatisfyAllConditions(one => one.Code.ShouldBe("WK1025"), one => one.Pointer.ShouldBe("/id"));
        _fixture.Compiler.Programs.ShouldAllBe(program => program.IsDisposed);
    }

    [Fact]
    public async Task A_change_behind_its_back_is_taken_up()
    {
        await Registry.SaveAsync(Text("orders", "One"));
        await _fixture.PutAsync("orders", Text("orders", "Two"));

        await _fixture.Core.RefreshAsync("orders", CancellationToken.None);

        (await Registry.FindAsync("orders"))!.Name.ShouldBe("Two");
    }

    [Fact]
    public async Task A_bad_change_behind_its_back_is_reported_and_the_last_good_version_stays()
    {
        await Registry.SaveAsync(Text("orders", "One"));
        await _fixture.PutAsync("orders", Bad("orders"));

        await _fixture.Core.RefreshAsync("orders", CancellationToken.None);

        (await Registry.FindAsync("orders"))!.Name.ShouldBe("One");
        (await Registry.ProblemsAsync()).ShouldHaveSingleItem();

        await Registry.SaveAsync(Text("orders", "Two"));
        (await Registry.ProblemsAsync()).ShouldBeEmpty();
        (await Registry.FindAsync("orders"))!.Name.ShouldBe("Two");
    }

    [Fact]
    public async Task A_bad_change_taken_back_is_no_problem_any_more()
    {
        await Registry.SaveAsync(Text("orders", "One"));
        await _fixture.PutAsync("orders", Bad("orders"));
        await _fixture.Core.RefreshAsync("orders", CancellationToken.None);
        await _fixture.PutAsync("orders", Text("orders", "One"));

        (await Registry.ProblemsAsync()).ShouldBeEmpty();

        (await Registry.FindAsync("orders"))!.Name.ShouldBe("One");
    }

    [Fact]
    public async Task A_workflow_that_is_gone_from_the_store_is_forgotten()
    {
        await Registry.SaveAsync(Text("orders"));
        await _fixture.Store.DeleteAsync("orders");

        (await Registry.ListAsync()).ShouldBeEmpty();

        (await Registry.FindAsync("orders")).ShouldBeNull();
        _fixture.Compiler.Programs.ShouldAllBe(program => program.IsDisposed);
    }
}
