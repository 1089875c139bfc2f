using System.Net.Http.Headers;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WorkflowKit.Definitions;

namespace WorkflowKit.AspNetCore.Tests.Support;

/// <summary>A host as a developer sets it up, on a port of its own, and clients of it.</summary>
internal sealed class WebHost : IAsyncDisposable
{
    internal const string Prefix = "/api/workflows";

    // Many hosts with the same few workflows: each is compiled once.
    private static readonly string Programs = Directory.CreateTempSubdirectory("workflowkit-programs-").FullName;

    private readonly List<HttpClient> _clients = [];

    private readonly ErrorLog _errors;

    private WebHost(WebApplication app, ErrorLog errors) => (App, _errors) = (app, errors);

    /// <summary>What the host called an error so far.</summary>
    internal IReadOnlyCollection<string> Errors => _errors.Errors;

    /// <summary>What the host warned of so far, and what it called an error.</summary>
    internal IReadOnlyCollection<ErrorLog.Line> Log => _errors.Lines;

    /// <summary>How long tests wait for what gives no signal.</summary>
    internal static TimeSpan Patience { get; } = TimeSpan.FromSeconds(60);

    internal WebApplication App { get; }

    internal Uri Address => new(App.Urls.First());

    internal IServiceProvider Services => App.Services;

    internal IExecutionEngine Engine => Services.GetRequiredService<IExecutionEngine>();

    internal IWorkflowRegistry Registry => Services.GetRequiredService<IWorkflowRegistry>();

    internal Gates Gates => Services.GetRequiredService<Gates>();

    static WebHost() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Programs, recursive: true);

    internal static async Task<WebHost> StartAsync(Action<WorkflowKitBuilder>? kit = null, Action<IServiceCollection>? services = null, Action<WebApplication>? app = null,
        params IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var errors = new ErrorLog();
        builder.Logging.ClearProviders().AddProvider(errors);
        builder.Services.AddAuthentication(NamedUser.Name).AddScheme<AuthenticationSchemeOptions, NamedUser>(NamedUser.Name, null);
        builder.Services.AddAuthorizationBuilder().AddPolicy("operators", policy => policy.RequireUserName("operator"));
        builder.Services.AddWorkflowKit(one =>
        {
            one.AddStepsFromAssemblyContaining<WebHost>().ConfigureCompiler(options => options.CacheFolder = Programs);
            kit?.Invoke(one);
        });
        builder.Services.AddSingleton<Gates>();
        services?.Invoke(builder.Services);
        var host = builder.Build();
        host.UseAuthentication();
        host.UseAuthorization();
        if (app is null) host.MapWorkflowKit(Prefix);
        else app(host);
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new WebHost(host, errors);
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

    /// <summary>Puts a text into the store behind the registry's back.</summary>
    internal Task StoreAsync(string workflowId, string text) => Services.GetRequiredService<IDefinitionStore>()
        .SaveAsync(workflowId, new SourceText(text, $"{workflowId}.workflow.json"), cancellationToken: TestContext.Current.CancellationToken).AsTask();

    /// <summary>Starts a workflow over HTTP.</summary>
    /// <returns>The execution's id.</returns>
    internal static async Task<string> StartAsync(HttpClient client, string workflowId, string inputs = "{}")
    {
        using var answer = await client.PostAsync("executions", $$"""{ "workflowId": "{{workflowId}}", "inputs": {{inputs}} }""");
        return (await answer.JsonAsync(System.Net.HttpStatusCode.Accepted)).Text("id");
    }

    /// <summary>Looks until an execution stands as it is expected to.</summary>
    internal async Task<ExecutionRecord> UntilAsync(string executionId, Func<ExecutionRecord, bool> isReached)
    {
        ExecutionRecord? record = null;
        await Poll.UntilAsync(
            async () =>
            {
                record = await Engine.GetAsync(executionId, TestContext.Current.CancellationToken);
                return record is not null && isReached(record);
            },
            Patience, () => new(record?.ToJson() ?? "There is no such execution."), TestContext.Current.CancellationToken);
        return record!;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients) client.Dispose();
        await App.DisposeAsync();
    }
}
