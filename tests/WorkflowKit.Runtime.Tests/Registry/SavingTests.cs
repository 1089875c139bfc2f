using static WorkflowKit.Tests.Registry.RegistryFixture;

namespace WorkflowKit.Tests.Registry;

public sealed class SavingTests : IDisposable
{
    private readonly RegistryFixture _fixture = new();

    private IWorkflowRegistry Registry => _fixture.Registry;

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task A_saved_workflow_is_found()
    {
        var result = await Registry.SaveAsync(Text("orders"));

        result.Succeeded.ShouldBeTrue();
        result.CSharp.ShouldBe("// orders");
        result.Program.ShouldBeNull();
        var found = (await Registry.FindAsync("orders")).ShouldNotBeNull();
        (found.Id, found.Name, found.Hash).ShouldBe(("orders", "One", HashOf(Text("orders"))));
        found.Definition.Source.FileName.ShouldBe("orders.workflow.json");
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("")]
    [InlineData("../orders")]
    public async Task An_unknown_workflow_is_not_found(string id)
    {
        (await Registry.FindAsync(id)).ShouldBeNull();
        (await Registry.FindAsync(id, HashOf(""))).ShouldBeNull();
    }

    [Fact]
    public async Task A_save_that_fails_reports_and_keeps_the_last_good_version()
    {
        await Registry.SaveAsync(Text("orders"));

        var result = await Registry.SaveAsync(Bad("orders"));

        result.Succeeded.ShouldBeFalse();
        result.Errors.ShouldHaveSingleItem().Code.ShouldBe("WK0000");
        (await Registry.FindAsync("orders"))!.Hash.ShouldBe(HashOf(Text("orders")));
        (await _fixture.Store.FindAsync("orders"))!.Hash.ShouldBe(HashOf(Text("orders")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{ \"id\": \"../../etc\", \"steps\": [] }")]
    [InlineData("{ \"steps\": [] }")]
    [InlineData("{ \"id\": \"orders\", \"steps\": [] ")]
    public async Task A_text_that_is_no_definition_is_reported_and_not_stored(string text)
    {
        var result = await Registry.SaveAsync(text);

        result.Succeeded.ShouldBeFalse();
        (await _fixture.Store.ListAsync()).ShouldBeEmpty();
        _fixture.Compiler.Programs.ShouldAllBe(program => program.IsDisposed);
    }

    [Fact]
    public async Task A_save_that_changes_nothing_compiles_nothing()
    {
        await Registry.SaveAsync(Text("orders"));

        var again = await Registry.SaveAsync(Text("orders"));

        (again.Succeeded, again.FromCache, again.CSharp).ShouldBe((true, true, "// orders"));
        _fixture.Compiler.Compiled.ShouldBe(1);
    }

    [Fact]
    public async Task A_save_from_an_old_version_is_a_conflict()
    {
        await Registry.SaveAsync(Text("orders", "One"));
        await Registry.SaveAsync(Text("orders", "Two"), HashOf(Text("orders", "One")));

        var conflict = await Should.ThrowAsync<DefinitionConflictException>(
            async () => await Registry.SaveAsync(Text("orders", "Three"), HashOf(Text("orders", "One"))));

        conflict.WorkflowId.ShouldBe("orders");
        conflict.ExpectedHash.ShouldBe(HashOf(Text("orders", "One")));
        conflict.CurrentHash.ShouldBe(HashOf(Text("orders", "Two")));
        _fixture.Compiler.Compiled.ShouldBe(2);
    }

    [Fact]
    public async Task A_new_workflow_conflicts_with_one_that_is_there()
    {
        await Registry.SaveAsync(Text("orders"), DefinitionVersion.New);

        await Should.ThrowAsync<DefinitionConflictException>(async () => await Registry.SaveAsync(Text("orders", "Other"), DefinitionVersion.New));
    }

    [Fact]
    public async Task Of_two_saves_at_once_one_wins_and_the_other_is_told()
    {
        await Registry.SaveAsync(Text("orders", "Base"));
        var both = new CountdownEvent(2);
        var go = new TaskCompletionSource();
        _fixture.Compiler.Before = _ =>
        {
            both.Signal();
            return go.Task;
        };

        var first = Task.Run(async () => await Registry.SaveAsync(Text("orders", "A"), HashOf(Text("orders", "Base"))));
        var second = Task.Run(async () => await Registry.SaveAsync(Text("orders", "B"), HashOf(Text("orders", "Base"))));
        both.Wait(TimeSpan.FromSeconds(20)).ShouldBeTrue();
        go.SetResult();
        await Task.WhenAny(Task.WhenAll(first, second));

        new[] { first, second }.Count(one => one.IsCompletedSuccessfully).ShouldBe(1);
        var loser = first.IsFaulted ? first : second;
        var winner = first.IsFaulted ? second : first;
        loser.Exception!.InnerException.ShouldBeOfType<DefinitionConflictException>();
        (await Registry.FindAsync("orders"))!.Hash.ShouldBe((await winner).Definition!.Hash);
        _fixture.Compiler.Programs.Count(program => !program.IsDisposed).ShouldBe(1);
    }

    [Fact]
    public async Task Many_saves_at_once_leave_one_version_and_one_program()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(async () => await Registry.SaveAsync(Text("orders", $"N{i}")))));

        var live = _fixture.Compiler.Programs.Where(program => !program.IsDisposed).ShouldHaveSingleItem();
        (await Registry.FindAsync("orders"))!.Hash.ShouldBe(live.Hash);
        (await _fixture.Store.FindAsync("orders"))!.Hash.ShouldBe(live.Hash);
    }

    [Fact]
    public async Task A_cancelled_save_stores_nothing()
    {
        using var cancel = new CancellationTokenSource();
        _fixture.Compiler.Before = _ => cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(async () => await Registry.SaveAsync(Text("orders"), cancellationToken: cancel.Token));

        (await _fixture.Store.FindAsync("orders")).ShouldBeNull();
        (await Registry.FindAsync("orders")).ShouldBeNull();
    }

    [Fact]
    public async Task Validation_stores_and_compiles_nothing()
    {
        (await Registry.ValidateAsync(Text("orders"))).Succeeded.ShouldBeTrue();
        (await Registry.ValidateAsync(Bad("orders"))).Succeeded.ShouldBeFalse();
        (await Registry.ValidateAsync("{")).Succeeded.ShouldBeFalse();

        (await Registry.FindAsync("orders")).ShouldBeNull();
        _fixture.Compiler.Compiled.ShouldBe(0);
    }

    [Fact]
    public async Task A_deleted_workflow_is_gone_but_its_versions_are_not()
    {
        await Registry.SaveAsync(Text("orders"));

        (await Registry.DeleteAsync("orders")).ShouldBeTrue();

        (await Registry.DeleteAsync("orders")).ShouldBeFalse();
        (await Registry.FindAsync("orders")).ShouldBeNull();
        (await Registry.FindAsync("orders", HashOf(Text("orders")))).ShouldNotBeNull();
        (await Registry.VersionsAsync("orders")).ShouldHaveSingleItem().IsCurrent.ShouldBeFalse();
    }

    [Fact]
    public async Task Deleting_another_version_than_the_one_meant_is_a_conflict()
    {
        await Registry.SaveAsync(Text("orders"));

        await Should.ThrowAsync<DefinitionConflictException>(async () => await Registry.DeleteAsync("orders", HashOf("x")));
        (await Registry.FindAsync("orders")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Versions_are_listed_newest_first()
    {
        await Registry.SaveAsync(Text("orders", "One"));
        await Registry.SaveAsync(Text("orders", "Two"));
        await Registry.SaveAsync(Text("orders", "One"));

        var versions = await Registry.VersionsAsync("orders");

        versions.Select(version => (version.Hash, version.IsCurrent)).ShouldBe([(HashOf(Text("orders", "One")), true), (HashOf(Text("orders", "Two")), false)]);
    }

    [Fact]
    public async Task Workflows_are_listed_by_id()
    {
        await Registry.SaveAsync(Text("b"));
        await Registry.SaveAsync(Text("a"));

        (await Registry.ListAsync()).Select(one => one.Id).ShouldBe(["a", "b"]);
    }
}
