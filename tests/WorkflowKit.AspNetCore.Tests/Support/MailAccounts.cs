namespace WorkflowKit.AspNetCore.Tests.Support;

/// <summary>Ada has connected her mail, Bob has begun to, and whoever is called <c>unlucky</c> finds the source broken.</summary>
internal sealed class MailAccounts : IConnectionProvider
{
    public bool Knows(string provider) => provider == "mail";

    public ValueTask<Connection?> FindAsync(string? userId, string name, string provider, CancellationToken cancellationToken) =>
        ValueTask.FromResult(userId == "ada" ? new Connection(name, provider, new Dictionary<string, string> { ["account"] = "ada@example.com", ["token"] = "top-secret" }) : null);

    public ValueTask<IReadOnlyList<ConnectionProviderInfo>> ListProvidersAsync(CancellationToken cancellationToken) =>
        new([new ConnectionProviderInfo("mail", "Mail") { Description = "Letters without paper." }]);

    public ValueTask<IReadOnlyList<ConnectedAccount>> ListAsync(string? userId, CancellationToken cancellationToken) => userId switch
    {
        "ada" => new([new ConnectedAccount("work", "mail", ConnectionStatus.Connected) { Label = "Ada's letters" }]),
        "bob" => new([new ConnectedAccount("work", "mail", ConnectionStatus.Pending)]),
        "unlucky" => throw new HttpRequestException("token=top-secret was refused by 10.0.0.7"),
        _ => new([]),
    };

    public ValueTask<Uri?> ConnectAsync(ConnectRequest request, CancellationToken cancellationToken) =>
        new(new Uri($"https://accounts.example.com/connect?user={request.UserId}&name={request.Name}&to={request.ReturnTo}"));
}
