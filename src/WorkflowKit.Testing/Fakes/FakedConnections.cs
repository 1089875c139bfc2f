namespace WorkflowKit.Testing.Fakes;

/// <summary>Every user has connected every provider; there is nothing in the connections.</summary>
internal sealed class FakedConnections : IConnectionProvider
{
    private static readonly Dictionary<string, string> Nothing = [];

    public bool Knows(string provider) => true;

    public ValueTask<Connection?> FindAsync(string? userId, string name, string provider, CancellationToken cancellationToken) => new(new Connection(name, provider, Nothing));
}
