using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WorkflowKit.AspNetCore.OpenApi;
using WorkflowKit.AspNetCore.Problems;
using WorkflowKit.AspNetCore.Requests;
using WorkflowKit.AspNetCore.Results;
using WorkflowKit.Definitions;

namespace WorkflowKit.AspNetCore.Connections;

/// <summary>The caller's own accounts; nobody sees another's, whatever the host's policy says of executions.</summary>
internal sealed class ConnectionEndpoints(ReturnPages pages)
{
    internal void Map(RouteGroupBuilder root)
    {
        var group = root.MapGroup("/connections", "Connections", ConnectionJson.Default);
        group.MapGet("/providers", ProvidersAsync)
            .Is("listProviders", "Lists the services at which users of this host have accounts.")
            .Fails(ProblemKinds.ConnectionsUnavailable);
        group.MapGet("/", ListAsync)
            .Is("listConnections", "Lists the accounts that the caller has connected.", "What is in them never leaves the host.")
            .Fails(ProblemKinds.ConnectionsUnavailable);
        group.MapGet("/{provider}/{name}", GetAsync)
            .Is("getConnection", "An account that the caller has connected.")
            .Fails(ProblemKinds.ConnectionNotFound, ProblemKinds.ConnectionsUnavailable);
        group.MapPost("/{provider}/connect", ConnectAsync)
            .Is("connect", "Begins to connect an account of the caller.", "The answer says where to send the user, or that the host's configuration holds the account.")
            .Takes(ConnectionJson.Default.ConnectBody, isOptional: true)
            .Fails(ProblemKinds.InvalidRequest, ProblemKinds.ProviderNotFound, ProblemKinds.ConnectionsUnavailable);
    }

    private static async Task<JsonOk<ProviderList>> ProvidersAsync(IEnumerable<IConnectionProvider> providers, StepCatalogue catalogue, CancellationToken cancellationToken)
    {
        var sources = new AccountSources(providers);
        var listed = await sources.ListProvidersAsync(cancellationToken).ConfigureAwait(false);
        // Some sources cannot name what they know; what steps need can be asked of them.
        var needed = catalogue.Steps.Select(static step => step.Connection).OfType<string>().Where(sources.Knows).Select(static one => new ConnectionProviderInfo(one, one) { IsConfiguredByHost = true });
        var all = listed.Concat(needed).DistinctBy(static one => one.Provider).OrderBy(static one => one.Provider, StringComparer.Ordinal);
        return new(
            new ProviderList([.. all.Select(static one => new Provider(one.Provider, one.Name, one.IsConfiguredByHost ? ConfiguredBy.Host : ConfiguredBy.User, one.Description))]),
            ConnectionJson.Default.ProviderList);
    }

    private static async Task<JsonOk<AccountList>> ListAsync(Caller caller, IEnumerable<IConnectionProvider> providers, CancellationToken cancellationToken)
    {
        var accounts = await new AccountSources(providers).ListAsync(caller.UserId, cancellationToken).ConfigureAwait(false);
        return new(new AccountList([.. accounts.Select(Describe)]), ConnectionJson.Default.AccountList);
    }

    private static async Task<JsonOk<Account>> GetAsync(string provider, string name, Caller caller, IEnumerable<IConnectionProvider> providers, CancellationToken cancellationToken)
    {
        var account = await new AccountSources(providers).FindAsync(caller.UserId, name, provider, cancellationToken).ConfigureAwait(false)
            ?? throw new ProblemException(ProblemKinds.ConnectionNotFound, $"The caller has no connection '{Shorten(name)}' at '{Shorten(provider)}'.");
        return new(Describe(account), ConnectionJson.Default.Account);
    }

    private async Task<JsonOk<ConnectAnswer>> ConnectAsync(
        string provider, HttpRequest request, Caller caller, IEnumerable<IConnectionProvider> providers, CancellationToken cancellationToken)
    {
        var sources = new AccountSources(providers);
        if (!sources.Knows(provider)) throw new ProblemException(ProblemKinds.ProviderNotFound, $"This host knows no provider '{Shorten(provider)}'.");
        var body = await JsonBody.ReadOrNoneAsync(request, ConnectionJson.Default.ConnectBody).ConfigureAwait(false);
        var name = body?.Name ?? provider;
        if (!Names.IsConnection(name)) throw new ProblemException(ProblemKinds.InvalidRequest, $"'{Shorten(name)}' cannot be a connection's name: use {Names.ConnectionRule}.").With("parameter", "name");
        var wanted = new ConnectRequest(caller.UserId, name, provider) { ReturnTo = body?.ReturnTo is { } page ? pages.Demand(page, request) : null };
        var place = await sources.ConnectAsync(wanted, cancellationToken).ConfigureAwait(false);
        return new(place is null ? new ConnectAnswer(ConfiguredBy.Host) : new ConnectAnswer(ConfiguredBy.User, place.OriginalString), ConnectionJson.Default.ConnectAnswer);
    }

    private static Account Describe(ConnectedAccount account) => new(
        account.Provider,
        account.Status switch
        {
            ConnectionStatus.Connected => AccountStatus.Connected,
            ConnectionStatus.Pending => AccountStatus.Pending,
            _ => AccountStatus.Expired,
        },
        account.Name,
        account.Label);

    private static string Shorten(string text) => DefinitionDiagnostics.Shorten(text);
}
