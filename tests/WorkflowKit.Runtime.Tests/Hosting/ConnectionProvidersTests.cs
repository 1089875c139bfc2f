using WorkflowKit.Hosting;

namespace WorkflowKit.Tests.Hosting;

public sealed class ConnectionProvidersTests
{
    private readonly ConnectionProviders _all = new([new Source("first", "mail"), new Source("second", "mail", "shop"), new Silent("fax")]);

    [Fact]
    public async Task Each_provider_is_listed_by_the_source_that_is_asked_for_it()
    {
        (await _all.ListProvidersAsync(TestContext.Current.CancellationToken)).Select(one => (one.Provider, one.Name)).ShouldBe([("mail", "first"), ("shop", "second")]);
        (await _all.ListAsync("ada", TestContext.Current.CancellationToken)).Select(one => (one.Provider, one.Label)).ShouldBe([("mail", "first"), ("shop", "second")]);
    }

    [Theory]
    [InlineData("mail", "first:ada")]
    [InlineData("shop", "second:ada")]
    [InlineData("fax", null)]
    [InlineData("nothing", null)]
    public async Task Connecting_is_for_the_source_that_knows_the_provider(string provider, string? place)
    {
        (await _all.ConnectAsync(new("ada", "one", provider), TestContext.Current.CancellationToken))?.OriginalString.ShouldBe(place);
    }

    private sealed class Source(string name, params string[] providers) : IConnectionProvider
    {
        public bool Knows(string provider) => providers.Contains(provider);

        public ValueTask<Connection?> FindAsync(string? userId, string name, string provider, CancellationToken cancellationToken) => default;

        public ValueTask<IReadOnlyList<ConnectionProviderInfo>> ListProvidersAsync(CancellationToken cancellationToken) => new([.. providers.Select(one => new ConnectionProviderInfo(one, name))]);

        public ValueTask<IReadOnlyList<ConnectedAccount>> ListAsync(string? userId, CancellationToken cancellationToken) =>
            new([.. providers.Select(one => new ConnectedAccount(null, one, ConnectionStatus.Connected) { Label = name })]);

        public ValueTask<Uri?> ConnectAsync(ConnectRequest request, CancellationToken cancellationToken) => new(new Uri($"{name}:{request.UserId}"));
    }

    private sealed class Silent(string known) : IConnectionProvider
    {
        public bool Knows(string provider) => provider == known;

        public ValueTask<Connection?> FindAsync(string? userId, string name, string provider, CancellationToken cancellationToken) => default;
    }
}
