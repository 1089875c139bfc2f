namespace WorkflowKit;

/// <summary>A user wants to connect an account. Immutable.</summary>
/// <param name="UserId">The user; <see langword="null"/>: nobody in particular.</param>
/// <param name="Name">The name that definitions give the connection.</param>
/// <param name="Provider">The provider, such as <c>shopify</c>.</param>
public sealed record ConnectRequest(string? UserId, string Name, string Provider)
{
    /// <summary>Where the user wants to be afterwards: a page of the host, or of an origin that the host allows; <see langword="null"/>: nowhere in particular.</summary>
    public Uri? ReturnTo { get; init; }
}
