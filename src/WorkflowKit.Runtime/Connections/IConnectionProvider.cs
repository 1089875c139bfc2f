namespace WorkflowKit;

/// <summary>
/// Finds the accounts that a user has connected. Whoever also lets users look at their accounts and connect new ones answers the other questions, too;
/// none of those answers may hold a secret. Implementations must be safe to use from several threads.
/// </summary>
public interface IConnectionProvider
{
    /// <summary>Whether definitions may name this provider.</summary>
    /// <param name="provider">The provider, such as <c>shopify</c>.</param>
    bool Knows(string provider);

    /// <summary>The user's account at a provider, or <see langword="null"/> where the user has not connected one.</summary>
    /// <param name="userId">The user; <see langword="null"/> where the execution names none.</param>
    /// <param name="name">The name that the definition gives the connection.</param>
    /// <param name="provider">The provider, such as <c>shopify</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<Connection?> FindAsync(string? userId, string name, string provider, CancellationToken cancellationToken);

    /// <summary>The providers that it knows, for people to choose from. Default: it cannot name them.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<ConnectionProviderInfo>> ListProvidersAsync(CancellationToken cancellationToken) => new([]);

    /// <summary>The accounts that a user has connected or begun to connect. Default: it cannot name them.</summary>
    /// <param name="userId">The user; <see langword="null"/>: nobody in particular.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<IReadOnlyList<ConnectedAccount>> ListAsync(string? userId, CancellationToken cancellationToken) => new([]);

    /// <summary>Begins to connect an account of a user. Default: users cannot connect accounts themselves.</summary>
    /// <param name="request">Whose account, at which provider it knows.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Where to send the user, who agrees there; <see langword="null"/>: there is nothing to do for users, the host configures the provider.</returns>
    ValueTask<Uri?> ConnectAsync(ConnectRequest request, CancellationToken cancellationToken) => new((Uri?)null);
}
