namespace WorkflowKit.AspNetCore.Tests.Support;

/// <summary>Ada alone has connected her mail.</summary>
internal sealed class MailAccounts : IConnectionProvider
{
    public bool Knows(string provider) => provider == "mail";

    public ValueTask<Connection?> FindAsync(string? userId, string name, string provider, CancellationToken cancellationToken) =>
        ValueTask.FromResult(userId == "ada" ? new Connection(name, provider, new Dictionary<string, string> { ["account"] = "ada@example.com" }) : null);
}
