using Microsoft.Extensions.Configuration;

namespace WorkflowKit.Connections;

/// <summary>
/// Accounts from the host's configuration: a section a provider, whose keys are the connection's values. All users share them. What changes in the
/// configuration holds from the next step on.
/// </summary>
internal sealed class ConfiguredConnections(IConfiguration configuration, string section) : IConnectionProvider
{
    private IConfigurationSection Root => configuration.GetSection(section);

    // A colon would lead into a provider's own values.
    public bool Knows(string provider) => !string.IsNullOrWhiteSpace(provider) && !provider.Contains(ConfigurationPath.KeyDelimiter, StringComparison.Ordinal) && Root.GetSection(provider).Exists();

    public ValueTask<Connection?> FindAsync(string? userId, string name, string provider, CancellationToken cancellationToken) =>
        new(Knows(provider) ? new Connection(name, provider, ValuesOf(Root.GetSection(provider))) : null);

    public ValueTask<IReadOnlyList<ConnectionProviderInfo>> ListProvidersAsync(CancellationToken cancellationToken) =>
        new([.. Root.GetChildren().Select(static one => new ConnectionProviderInfo(one.Key, one.Key) { IsConfiguredByHost = true })]);

    public ValueTask<IReadOnlyList<ConnectedAccount>> ListAsync(string? userId, CancellationToken cancellationToken) =>
        new([.. Root.GetChildren().Select(static one => new ConnectedAccount(null, one.Key, ConnectionStatus.Connected))]);

    // Environment variables are often written in capitals.
    private static Dictionary<string, string> ValuesOf(IConfigurationSection provider) => provider
        .AsEnumerable(makePathsRelative: true)
        .Where(static one => one is { Key.Length: > 0, Value: not null })
        .ToDictionary(static one => one.Key, static one => one.Value!, StringComparer.OrdinalIgnoreCase);
}
