namespace WorkflowKit.Hosting;

/// <summary>Several sources of connections as one: the first that knows a provider is asked.</summary>
internal sealed class ConnectionProviders(IReadOnlyList<IConnectionProvider> sources) : IConnectionProvider
{
    public bool Knows(string provider) => SourceOf(provider) is not null;

    public ValueTask<Connection?> FindAsync(string? userId, string name, string provider, CancellationToken cancellationToken) =>
        SourceOf(provider)?.FindAsync(userId, name, provider, cancellationToken) ?? default;

    public async ValueTask<IReadOnlyList<ConnectionProviderInfo>> ListProvidersAsync(CancellationToken cancellationToken)
    {
        List<ConnectionProviderInfo> all = [];
        foreach (var source in sources)
            all.AddRange((await source.ListProvidersAsync(cancellationToken).ConfigureAwait(false)).Where(one => SourceOf(one.Provider) == source));
        return all;
    }

    public async ValueTask<IReadOnlyList<ConnectedAccount>> ListAsync(string? userId, CancellationToken cancellationToken)
    {
        List<ConnectedAccount> all = [];
        foreach (var source in sources)
            all.AddRange((await source.ListAsync(userId, cancellationToken).ConfigureAwait(false)).Where(one => SourceOf(one.Provider) == source));
        return all;
    }

    public ValueTask<Uri?> ConnectAsync(ConnectRequest request, CancellationToken cancellationToken) =>
        SourceOf(request.Provider)?.ConnectAsync(request, cancellationToken) ?? default;

    private IConnectionProvider? SourceOf(string provider) => sources.FirstOrDefault(source => source.Knows(provider));
}
