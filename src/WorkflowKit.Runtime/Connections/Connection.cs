namespace WorkflowKit;

/// <summary>A user's account at a provider, ready to use. Its secrets never enter a log, an event or a store.</summary>
/// <param name="Name">The name that the definition gives it.</param>
/// <param name="Provider">The provider, such as <c>shopify</c>.</param>
/// <param name="Values">What a step needs to use it, such as a base address and a token.</param>
public sealed record Connection(string Name, string Provider, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Name and provider only, so that no log shows a secret by accident.</summary>
    public override string ToString() => $"{Name} ({Provider})";
}
