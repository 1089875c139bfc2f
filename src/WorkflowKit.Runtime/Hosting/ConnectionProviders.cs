namespace WorkflowKit.Hosting;

/// <summary>Several sources of connections as one: the first that knows a provider is asked.</summary>
internal sealed class ConnectionProviders(IReadOnlyList<IConnectionProvider> sources) : IConnectionProvider
{
    public bool Knows(string provider) => sources.Any(source => source.Knows(provider));

    public ValueTask<Connection?> FindAsync(string? userId, string name, string provider, CancellationToken cancellationToken) =>
        sources.FirstOrDefault(source => source.Knows(provider))?.FindAsync(userId, name, provider, cancellationToken) ?? default;
}
