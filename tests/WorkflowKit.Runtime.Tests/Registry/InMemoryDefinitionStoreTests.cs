using WorkflowKit.Testing.Stores;

namespace WorkflowKit.Tests.Registry;

public sealed class InMemoryDefinitionStoreTests : DefinitionStoreContract
{
    protected override IDefinitionStore Store { get; } = new InMemoryDefinitionStore();

    [Fact]
    public async Task Watchers_are_told_of_changes()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await using var changes = Store.WatchAsync(stop.Token).GetAsyncEnumerator(stop.Token);
        var next = changes.MoveNextAsync();

        await Store.SaveAsync("orders", Source("1"));

        (await next).ShouldBeTrue();
        changes.Current.ShouldBe("orders");
    }
}
