using WorkflowKit.Definitions;
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

        var page = await Registry.InspectAsync();

        page.Next.ShouldBeNull();
        page.Items.Select(one => (one.Id, one.IsCurrent)).ShouldBe([("a", true), ("b", true), ("c", false)]);
        _fixture.Compiler.Batches.ShouldBe(1);
    }

    [Fact]
    public async Task Pages_are_joined_by_the_last_id_and_only_their_own_texts_are_compiled()
    {
        foreach (var id in new[] { "e", "d", "c", "b", "a" }) await _fixture.PutAsync(id, Text(id));

        var first = await Registry.InspectAsync(new WorkflowQuery { Limit = 2 });
        _fixture.Compiler.Compiled.ShouldBe(2);
        await Registry.DeleteAsync("b");
        var second = await Registry.InspectAsync(new WorkflowQuery { Limit = 2, After = first.Next });
        var third = await Registry.InspectAsync(new WorkflowQuery { Limit = 2, After = second.Next });

        new[] { first, second, third }.Select(page => string.Join(' ', page.Items.Select(one => one.Id))).ShouldBe(["a b", "c d", "e"]);
        third.Next.ShouldBeNull();
    }

    [Fact]
    public async Task A_text_finds_those_that_have_it_in_their_id_or_name_whether_they_were_compiled_or_not()
    {
        await _fixture.PutAsync("plain", Text("plain", "Order received"));
        await _fixture.PutAsync("orders", Text("orders", "Two"));
        await _fixture.PutAsync("other", Text("other", "Three"));
        var query = new WorkflowQuery { Text = "ORDER", Limit = 1 };

        var first = await Registry.InspectAsync(query);
        var second = await Registry.InspectAsync(query with { After = first.Next });
        _fixture.Compiler.Compiled.ShouldBe(2);
        var again = await Registry.InspectAsync(query with { Limit = 10 });

        (first.Items.Single().Id, second.Items.Single().Id, second.Next).ShouldBe(("orders", "plain", null));
        again.Items.Select(one => one.Id).ShouldBe(["orders", "plain"]);
    }

    [Fact]
    public async Task Texts_that_were_seen_are_not_read_again_for_a_page()
    {
        var store = new CountingStore();
        using var fixture = new RegistryFixture(store);
        await fixture.PutAsync("orders", Text("orders"));
        await fixture.Registry.InspectAsync();
        var read = store.TextsRead;

        var state = (await fixture.Registry.InspectAsync(new WorkflowQuery { Text = "one" })).Items.ShouldHaveSingleItem();

        state.Stored.Source.Text.ShouldBe(Text("orders"));
        read.ShouldBeGreaterThan(0);
        store.TextsRead.ShouldBe(read);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(501, null)]
    [InlineData(10, "../up")]
    public async Task A_page_that_cannot_be_is_refused(int limit, string? after) =>
        await Should.ThrowAsync<ArgumentException>(async () => await Registry.InspectAsync(new WorkflowQuery { Limit = limit, After = after }));

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

    /// <summary>Counts the texts that it gives.</summary>
    private sealed class CountingStore : IDefinitionStore
    {
        private readonly InMemoryDefinitionStore _inner = new();

        internal int TextsRead { get; private set; }

        public async ValueTask<IReadOnlyList<StoredDefinition>> ListAsync(CancellationToken cancellationToken = default)
        {
            var all = await _inner.ListAsync(cancellationToken);
            TextsRead += all.Count;
            return all;
        }

        public ValueTask<IReadOnlyList<DefinitionHead>> ListHeadsAsync(string? after, int limit, CancellationToken cancellationToken = default) => _inner.ListHeadsAsync(after, limit, cancellationToken);

        public ValueTask<StoredDefinition?> FindAsync(string workflowId, CancellationToken cancellationToken = default)
        {
            TextsRead++;
            return _inner.FindAsync(workflowId, cancellationToken);
        }

        public ValueTask<StoredDefinition?> FindAsync(string workflowId, string hash, CancellationToken cancellationToken = default)
        {
            TextsRead++;
            return _inner.FindAsync(workflowId, hash, cancellationToken);
        }

        public ValueTask<IReadOnlyList<DefinitionVersion>> VersionsAsync(string workflowId, CancellationToken cancellationToken = default) => _inner.VersionsAsync(workflowId, cancellationToken);

        public ValueTask SaveAsync(string workflowId, SourceText source, string? expectedHash = null, CancellationToken cancellationToken = default) =>
            _inner.SaveAsync(workflowId, source, expectedHash, cancellationToken);

        public ValueTask<bool> DeleteAsync(string workflowId, string? expectedHash = null, CancellationToken cancellationToken = default) => _inner.DeleteAsync(workflowId, expectedHash, cancellationToken);

        public IAsyncEnumerable<string> WatchAsync(CancellationToken cancellationToken) => _inner.WatchAsync(cancellationToken);
    }
}
