using System.Net.Http.Headers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace WorkflowKit.AspNetCore.Tests.Support;

/// <summary>A host as a developer sets it up, on a port of its own, and clients of it.</summary>
internal sealed class WebHost : IAsyncDisposable
{
    internal const string Prefix = "/api/workflows";

    private readonly List<HttpClient> _clients = [];

    private WebHost(WebApplication app) => App = app;

    internal WebApplication App { get; }

    internal Uri Address => new(App.Urls.First());

    internal IServiceProvider Services => App.Services;

    internal IExecutionEngine Engine => Services.GetRequiredService<IExecutionEngine>();

    internal IWorkflowRegistry Registry => Services.GetRequiredService<IWorkflowRegistry>();

    internal static async Task<WebHost> StartAsync(Action<WorkflowKitBuilder>? kit = null, Action<IServiceCollection>? services = null, Action<WebApplication>? app = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddAuthentication(NamedUser.Name).AddScheme<AuthenticationSchemeOptions, NamedUser>(NamedUser.Name, null);
        builder.Services.AddAuthorizationBuilder().AddPolicy("operators", policy => policy.RequireUserName("operator"));
        builder.Services.AddWorkflowKit(one =>
        {
            one.AddStepsFromAssemblyContaining<WebHost>();
            kit?.Invoke(one);
        });
        services?.Invoke(builder.Services);
        var host = builder.Build();
        host.UseAuthentication();
        host.UseAuthorization();
        if (app is null) host.MapWorkflowKit(Prefix);
        else app(host);
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new WebHost(host);
    }

    /// <summary>A client of somebody; <see langword="null"/>: of nobody in particular. It stands at the prefix.</summary>
    internal HttpClient Client(string? user = null)
    {
        var client = new HttpClient { BaseAddress = new Uri(Address, $"{Prefix}/") };
        if (user is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(NamedUser.Name, user);
        _clients.Add(client);
        return client;
    }

    internal async Task SaveAsync(string definition)
    {
        var saved = await Registry.SaveAsync(definition, cancellationToken: TestContext.Current.CancellationToken);
        saved.Succeeded.ShouldBeTrue(string.Join("\n", saved.Diagnostics));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients) client.Dispose();
        await App.DisposeAsync();
    }
}
