using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using WorkflowKit.AspNetCore.Tests.Support;

namespace WorkflowKit.AspNetCore.Tests.Contract;

/// <summary>A host whose server lets through what is large, so that the endpoints have to deal with it, and that says which endpoint answered.</summary>
public sealed class ContractHost : IAsyncLifetime
{
    /// <summary>How large bodies may be: little, so that larger ones are quickly sent.</summary>
    internal const int MaxBodyBytes = 128 * 1024;
    private const int MaxHeadBytes = 256 * 1024;

    private readonly SocketsHttpHandler _handler = new() { RequestHeaderEncodingSelector = static (_, _) => Encoding.UTF8, UseCookies = false, AllowAutoRedirect = false };
    private HttpMessageInvoker? _invoker;
    private WebHost? _host;
    private ApiDocument? _document;

    internal WebHost Host => _host!;

    internal ApiDocument Document => _document!;

    internal AnswerCheck Check => new(Document);

    public async ValueTask InitializeAsync()
    {
        _invoker = new HttpMessageInvoker(_handler);
        _host = await WebHost.StartAsync(
            kit => kit.AddConnections<MailAccounts>().AddHttp(options =>
            {
                options.SeesAllPolicy = "operators";
                (options.MaxBodyBytes, options.MaxImportBytes) = (MaxBodyBytes, MaxBodyBytes);
                options.MaxWait = TimeSpan.FromMilliseconds(20);
                options.MaxStreamsPerUser = 10_000;
            }),
            services => services.AddOpenApi().Configure<KestrelServerOptions>(options =>
            {
                (options.Limits.MaxRequestLineSize, options.Limits.MaxRequestHeadersTotalSize, options.Limits.MaxRequestBufferSize) = (MaxHeadBytes, MaxHeadBytes, 4 * MaxHeadBytes);
            }),
            app =>
            {
                app.Use((context, next) =>
                {
                    if (context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route }) context.Response.Headers[ApiAnswer.RouteHeader] = route.Length > 1 ? route.TrimEnd('/') : route;
                    return next(context);
                });
                app.MapWorkflowKit(WebHost.Prefix);
                app.MapOpenApi();
            });
        await SaveDefinitionsAsync();
        _document = await ApiDocument.ServedByAsync(_host);
    }

    public async ValueTask DisposeAsync()
    {
        _invoker?.Dispose();
        if (_host is not null) await _host.DisposeAsync();
    }

    /// <summary>Puts back what requests may have changed.</summary>
    internal async Task SaveDefinitionsAsync()
    {
        foreach (var definition in TestWorkflows.All) await Host.SaveAsync(definition);
    }

    internal async Task<ApiAnswer> SendAsync(ApiRequest request, bool readsStreams = false)
    {
        using var message = request.ToMessage(Host.Address);
        using var response = await _invoker!.SendAsync(message, TestContext.Current.CancellationToken);
        return await ApiAnswer.ReadAsync(response, readsStreams, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends requests, and tells of those whose answers are not as the document says.</summary>
    /// <returns>The failures, and the statuses that were answered.</returns>
    internal async Task<(IReadOnlyList<string> Failures, IReadOnlySet<int> Statuses)> TryAsync(IEnumerable<ApiRequest> requests)
    {
        var failures = new List<string>();
        var statuses = new SortedSet<int>();
        foreach (var request in requests)
        {
            var errors = Host.Errors.Count;
            var answer = await SendAsync(request);
            statuses.Add(answer.Status);
            var mistakes = Check.Mistakes(request, answer).ToList();
            if (Host.Errors.Count > errors) mistakes.Add($"the host logged: {Host.Errors.Last()}");
            if (mistakes.Count > 0) failures.Add($"{string.Join("\n", mistakes)}\n  {request}\n  {answer}\n");
        }
        return (failures, statuses);
    }
}
