namespace WorkflowKit;

/// <summary>A user's account at a provider, for people to look at: nothing of it is secret. Immutable.</summary>
/// <param name="Name">The name that definitions give the connection; <see langword="null"/>: it serves whatever name they give it.</param>
/// <param name="Provider">The provider, such as <c>shopify</c>.</param>
/// <param name="Status">Whether it can be used.</param>
public sealed record ConnectedAccount(string? Name, string Provider, ConnectionStatus Status)
{
    /// <summary>Which account it is, as its owner knows it: an address, a shop's name; <see langword="null"/>: nobody says.</summary>
    public string? Label { get; init; }
}
