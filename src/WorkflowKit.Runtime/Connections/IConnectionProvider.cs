namespace WorkflowKit;

/// <summary>Finds the accounts that a user has connected. Implementations must be safe to use from several threads.</summary>
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
}
