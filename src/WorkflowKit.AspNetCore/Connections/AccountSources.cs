using WorkflowKit.AspNetCore.Problems;
using WorkflowKit.Definitions;
using WorkflowKit.Hosting;

namespace WorkflowKit.AspNetCore.Connections;

/// <summary>The host's sources of connections as the endpoints ask them. What goes wrong there is no mistake of the caller's, and its words are for the host's log.</summary>
internal sealed class AccountSources(IEnumerable<IConnectionProvider> sources)
{
    private const int LongestProvider = 100;

    private static readonly TimeSpan SoonEnough = TimeSpan.FromSeconds(5);

    private readonly ConnectionProviders _sources = new([.. sources]);

    /// <summary>Whether there may be connections at a provider.</summary>
    internal bool Knows(string provider) => provider.Length <= LongestProvider && !string.IsNullOrWhiteSpace(provider) && _sources.Knows(provider);

    internal Task<IReadOnlyList<ConnectionProviderInfo>> ListProvidersAsync(CancellationToken cancellationToken) =>
        AskAsync(() => _sources.ListProvidersAsync(cancellationToken), cancellationToken);

    internal Task<IReadOnlyList<ConnectedAccount>> ListAsync(string? userId, CancellationToken cancellationToken) =>
        AskAsync(() => _sources.ListAsync(userId, cancellationToken), cancellationToken);

    internal Task<Uri?> ConnectAsync(ConnectRequest request, CancellationToken cancellationToken) =>
        AskAsync(() => _sources.ConnectAsync(request, cancellationToken), cancellationToken);

    /// <summary>The user's account; where its source cannot list accounts, whether it can be used is all that is known.</summary>
    internal async Task<ConnectedAccount?> FindAsync(string? userId, string name, string provider, CancellationToken cancellationToken)
    {
        if (!Knows(provider) || !Names.IsConnection(name)) return null;
        var listed = await ListAsync(userId, cancellationToken).ConfigureAwait(false);
        var known = listed.FirstOrDefault(one => one.Provider == provider && one.Name == name) ?? listed.FirstOrDefault(one => one.Provider == provider && one.Name is null);
        if (known is not null) return known with { Name = name };
        var found = await AskAsync(() => _sources.FindAsync(userId, name, provider, cancellationToken), cancellationToken).ConfigureAwait(false);
        return found is null ? null : new(name, provider, ConnectionStatus.Connected);
    }

    private static async Task<T> AskAsync<T>(Func<ValueTask<T>> question, CancellationToken cancellationToken)
    {
        try
        {
            return await question().ConfigureAwait(false);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ProblemException(ProblemKinds.ConnectionsUnavailable, "The source of the connections cannot be used; try again later.", error) { RetryAfter = SoonEnough };
        }
    }
}
