using WorkflowKit.Definitions;

namespace WorkflowKit.Tests.Registry;

/// <summary>What every definition store promises.</summary>
public abstract class DefinitionStoreTests : IAsyncLifetime
{
    protected abstract IDefinitionStore Store { get; }

    public virtual ValueTask InitializeAsync() => default;

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return default;
    }

    [Fact]
    public async Task What_is_saved_is_found_to_the_byte()
    {
        var source = Source("\uFEFF{ \"x\": \"é😀\" }\r\n\n");

        await Store.SaveAsync("orders", source);

        var found = (await Store.FindAsync("orders")).ShouldNotBeNull();
        (found.WorkflowId, found.Source.Text, found.Hash, found.Source.FileName).ShouldBe(("orders", source.Text, source.Hash, "orders.workflow.json"));
        (await Store.FindAsync("orders", source.Hash))!.Source.Text.ShouldBe(source.Text);
        (await Store.ListAsync()).ShouldHaveSingleItem().WorkflowId.ShouldBe("orders");
    }

    [Fact]
    public async Task What_was_never_saved_is_not_found()
    {
        (await Store.FindAsync("orders")).ShouldBeNull();
        (await Store.FindAsync("orders", Source("x").Hash)).ShouldBeNull();
        (await Store.VersionsAsync("orders")).ShouldBeEmpty();
        (await Store.DeleteAsync("orders")).ShouldBeFalse();
        (await Store.ListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Old_versions_are_kept()
    {
        await Store.SaveAsync("orders", Source("1"));
        await Store.SaveAsync("orders", Source("2"));
        await Store.DeleteAsync("orders");

        (await Store.FindAsync("orders", Source("1").Hash))!.Source.Text.ShouldBe("1");
        (await Store.FindAsync("orders", Source("2").Hash))!.Source.Text.ShouldBe("2");
        (await Store.VersionsAsync("orders")).Count.ShouldBe(2);
        (await Store.FindAsync("orders")).ShouldBeNull();
    }

    [Fact]
    public async Task A_version_belongs_to_its_workflow()
    {
        await Store.SaveAsync("orders", Source("1"));

        (await Store.FindAsync("invoices", Source("1").Hash)).ShouldBeNull();
    }

    [Fact]
    public async Task An_unexpected_version_is_a_conflict_and_changes_nothing()
    {
        await Store.SaveAsync("orders", Source("1"), DefinitionVersion.New);

        await Should.ThrowAsync<DefinitionConflictException>(async () => await Store.SaveAsync("orders", Source("2"), DefinitionVersion.New));
        await Should.ThrowAsync<DefinitionConflictException>(async () => await Store.SaveAsync("orders", Source("2"), Source("3").Hash));
        await Should.ThrowAsync<DefinitionConflictException>(async () => await Store.DeleteAsync("orders", Source("3").Hash));
        (await Should.ThrowAsync<DefinitionConflictException>(async () => await Store.SaveAsync("gone", Source("2"), Source("3").Hash))).CurrentHash.ShouldBeNull();

        (await Store.FindAsync("orders"))!.Source.Text.ShouldBe("1");
        (await Store.VersionsAsync("orders")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Of_many_saves_from_one_version_one_wins()
    {
        await Store.SaveAsync("orders", Source("0"));

        var saves = Enumerable.Range(1, 20).Select(i => Task.Run(async () => await Store.SaveAsync("orders", Source($"{i}"), Source("0").Hash))).ToList();
        await Task.WhenAny(Task.WhenAll(saves));

        saves.Count(one => one.IsCompletedSuccessfully).ShouldBe(1);
        saves.Where(one => one.IsFaulted).ShouldAllBe(one => one.Exception!.InnerException is DefinitionConflictException);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../orders")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("A")]
    [InlineData("a\0")]
    [InlineData("a.b")]
    [InlineData(".versions")]
    public async Task An_illegal_id_is_refused(string id)
    {
        await Should.ThrowAsync<ArgumentException>(async () => await Store.SaveAsync(id, Source("1")));
        (await Store.FindAsync(id)).ShouldBeNull();
        (await Store.FindAsync(id, Source("1").Hash)).ShouldBeNull();
        (await Store.VersionsAsync(id)).ShouldBeEmpty();
        (await Store.DeleteAsync(id)).ShouldBeFalse();
    }

    [Fact]
    public async Task An_illegal_hash_is_not_found()
    {
        await Store.SaveAsync("orders", Source("1"));

        (await Store.FindAsync("orders", "../../../orders.workflow")).ShouldBeNull();
        (await Store.FindAsync("orders", "")).ShouldBeNull();
    }

    protected static SourceText Source(string text) => new(text, "orders.workflow.json");
}
