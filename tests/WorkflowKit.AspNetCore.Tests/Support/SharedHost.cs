using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace WorkflowKit.AspNetCore.Tests.Support;

/// <summary>One host for the tests of a class that need nothing special. Each test has users of its own, so that they do not see each other's executions.</summary>
public sealed class SharedHost : IAsyncLifetime
{
    private WebHost? _host;

    internal WebHost Host => _host!;

    public async ValueTask InitializeAsync()
    {
        _host = await WebHost.StartAsync(kit => kit.AddConnections<MailAccounts>().AddHttp(options => options.SeesAllPolicy = "operators"), services => services.AddOpenApi(), app =>
        {
            app.MapWorkflowKit(WebHost.Prefix);
            app.MapOpenApi();
        });
        foreach (var definition in TestWorkflows.All) await _host.SaveAsync(definition);
    }

    public ValueTask DisposeAsync() => _host?.DisposeAsync() ?? default;

    /// <summary>A user that no other test has.</summary>
    internal static string NewUser() => $"user-{Guid.NewGuid():N}";
}
