namespace WorkflowKit;

/// <summary>A service at which users have accounts. Immutable.</summary>
/// <param name="Provider">What definitions write, such as <c>shopify</c>.</param>
/// <param name="Name">The name for people.</param>
public sealed record ConnectionProviderInfo(string Provider, string Name)
{
    /// <summary>What it is, for people; <see langword="null"/>: nobody says.</summary>
    public string? Description { get; init; }

    /// <summary>Whether the host's configuration holds the account, so that users have nothing to connect.</summary>
    public bool IsConfiguredByHost { get; init; }
}
