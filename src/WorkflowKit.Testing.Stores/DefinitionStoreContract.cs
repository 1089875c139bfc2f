using WorkflowKit.Definitions;

namespace WorkflowKit.Testing.Stores;

/// <summary>
/// What every <see cref="IDefinitionStore"/> promises, as xUnit tests. A store's own test class inherits this one, gives its store, and passes. xUnit makes
/// one instance for each test: each test needs an empty store of its own.
/// </summary>
public abstract class DefinitionStoreContract
{
    /// <summary>The store under test: the same one for the whole of a test, empty at its start.</summary>
    protected abstract IDefinitionStore Store { get; }

    [Fact]
    public async Task What_is_saved_is_found_to_the_byte()
    {
        var source = Source("\uFEFF{ \"x\": \"é😀\" }\r\n\n");

        await Store.SaveAsync("orders", source);

        var found = await Store.FindAsync("orders");
        Assert.NotNull(found);
        Assert.Equal(("orders", source.Text, source.Hash, "orders.workflow.json"), (found.WorkflowId, found.Source.Text, found.Hash, found.Source.FileName));
        Assert.Equal(source.Text, (await Store.FindAsync("orders", source.Hash))!.Source.Text);
        Assert.Equal("orders", Assert.Single(await Store.ListAsync()).WorkflowId);
    }

    [Fact]
    public async Task Heads_come_by_pages_in_the_order_of_their_ids_and_as_the_texts_are_now()
    {
        foreach (var id in new[] { "b2", "a", "b-1", "c" }) await Store.SaveAsync(id, Source(id));
        await Store.SaveAsync("a", Source("another"));
        await Store.DeleteAsync("c");

        var first = await Store.ListHeadsAsync(null, 2);
        var second = await Store.ListHeadsAsync(first[^1].WorkflowId, 2);
        await Store.SaveAsync("b2", Source("2"));

        Assert.Equal(["a", "b-1"], first.Select(one => one.WorkflowId));
        Assert.Equal(["b2"], second.Select(one => one.WorkflowId));
        Assert.Equal((Source("another").Hash, (await Store.FindAsync("a"))!.SavedAt), (first[0].Hash, first[0].SavedAt));
        Assert.Equal(Source("2").Hash, Assert.Single(await Store.ListHeadsAsync("b-2", 10)).Hash);
        Assert.Empty(await Store.ListHeadsAsync("b2", 10));
    }

    [Fact]
    public async Task What_was_never_saved_is_not_found()
    {
        Assert.Null(await Store.FindAsync("orders"));
        Assert.Null(await Store.FindAsync("orders", Source("x").Hash));
        Assert.Empty(await Store.VersionsAsync("orders"));
        Assert.False(await Store.DeleteAsync("orders"));
        Assert.Empty(await Store.ListAsync());
        Assert.Empty(await Store.ListHeadsAsync(null, 10));
    }

    [Fact]
    public async Task Old_versions_are_kept()
    {
        await Store.SaveAsync("orders", Source("1"));
        await Store.SaveAsync("orders", Source("2"));
        await Store.DeleteAsync("orders");

        Assert.Equal("1", (await Store.FindAsync("orders", Source("1").Hash))!.Source.Text);
        Assert.Equal("2", (await Store.FindAsync("orders", Source("2").Hash))!.Source.Text);
        Assert.Equal(2, (await Store.VersionsAsync("orders")).Count);
        Assert.Null(await Store.FindAsync("orders"));
    }

    [Fact]
    public async Task A_version_belongs_to_its_workflow()
    {
        await Store.SaveAsync("orders", Source("1"));

        Assert.Null(await Store.FindAsync("invoices", Source("1").Hash));
    }

    [Fact]
    public async Task An_unexpected_version_is_a_conflict_and_changes_nothing()
    {
        await Store.SaveAsync("orders", Source("1"), DefinitionVersion.New);

        await Assert.ThrowsAsync<DefinitionConflictException>(async () => await Store.SaveAsync("orders", Source("2"), DefinitionVersion.New));
        await Assert.ThrowsAsync<DefinitionConflictException>(async () => await Store.SaveAsync("orders", Source("2"), Source("3").Hash));
        await Assert.ThrowsAsync<DefinitionConflictException>(async () => await Store.DeleteAsync("orders", Source("3").Hash));
        Assert.Null((await Assert.ThrowsAsync<DefinitionConflictException>(async () => await Store.SaveAsync("gone", Source("2"), Source("3").Hash))).CurrentHash);

        Assert.Equal("1", (await Store.FindAsync("orders"))!.Source.Text);
        Assert.Equal(1, (await Store.VersionsAsync("orders")).Count);
    }

    [Fact]
    public async Task Of_many_saves_from_one_version_one_wins()
    {
        await Store.SaveAsync("orders", Source("0"));

        var saves = Enumerable.Range(1, 20).Select(i => Task.Run(async () => await Store.SaveAsync("orders", Source($"{i}"), Source("0").Hash))).ToList();
        await Task.WhenAny(Task.WhenAll(saves));

        Assert.Equal(1, saves.Count(one => one.IsCompletedSuccessfully));
        Assert.All(saves.Where(one => one.IsFaulted), one => Assert.IsType<DefinitionConflictException>(one.Exception!.InnerException));
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
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Store.SaveAsync(id, Source("1")));
        Assert.Null(await Store.FindAsync(id));
        Assert.Null(await Store.FindAsync(id, Source("1").Hash));
        Assert.Empty(await Store.VersionsAsync(id));
        Assert.False(await Store.DeleteAsync(id));
    }

    [Fact]
    public async Task An_illegal_hash_is_not_found()
    {
        await Store.SaveAsync("orders", Source("1"));

        Assert.Null(await Store.FindAsync("orders", "../../../orders.workflow"));
        Assert.Null(await Store.FindAsync("orders", ""));
    }

    private protected static SourceText Source(string text) => new(text, "orders.workflow.json");
}
