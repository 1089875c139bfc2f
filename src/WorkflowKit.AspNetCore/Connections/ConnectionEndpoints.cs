using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using WorkflowKit.AspNetCore.OpenApi;
using WorkflowKit.AspNetCore.Problems;
using WorkflowKit.AspNetCore.Requests;
using WorkflowKit.AspNetCore.Results;
using WorkflowKit.Definitions;

namespace WorkflowKit.AspNetCore.Connections;

/// <summary>The caller's own accounts; nobody sees another's, whatever the host's policy says of executions.</summary>
internal static class ConnectionEndpoints
{
    private const int LongestProvider = 100;

    internal static void Map(RouteGroupBuilder root)
    {
        var group = root.MapGroup("/connections", "Connections", ConnectionJson.Default);
        group.MapGet("/{provider}/{name}", GetAsync).Is("getConnection", "Whether the caller has connected an account at a provider.").Fails(ProblemKinds.ConnectionNotFound);
    }

    private static async Task<JsonOk<ConnectionState>> GetAsync(
        string provider, string name, Caller caller, IEnumerable<IConnectionProvider> providers, CancellationToken cancellationToken)
    {
        var known = provider.Length <= LongestProvider && Names.IsStepId(name) ? providers.FirstOrDefault(one => one.Knows(provider)) : null;
        if (known is null) throw new ProblemException(ProblemKinds.ConnectionNotFound, $"No connection of this host is called '{Shorten(name)}' at '{Shorten(provider)}'.");
        var found = await known.FindAsync(caller.UserId, name, provider, cancellationToken).ConfigureAwait(false);
        return new(new ConnectionState(provider, name, found is not null), ConnectionJson.Default.ConnectionState);
    }

    private static string Shorten(string text) => DefinitionDiagnostics.Shorten(text);
}
