using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WorkflowKit.Benchmarks.Sequence;

namespace WorkflowKit.Benchmarks.Serving;

/// <summary>A host with the no-op step and a gate that serves its workflows, and whatever they are compared with.</summary>
internal sealed class ServedKit(WebApplication app) : IAsyncDisposable
{
    internal const string Prefix = "/api/workflows";

    internal Uri Address => new(app.Urls.First());

    internal IExecutionEngine Engine => app.Services.GetRequiredService<IExecutionEngine>();

    internal static async Task<ServedKit> StartAsync(string definition, Action<WorkflowKitBuilder> configure, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddWorkflowKit(kit =>
        {
            kit.AddStep<NoOp>().AddStep<Gate>().AddHttp(options => options.MaxStreamsPerUser = 10_000);
            configure(kit);
        });
        var app = builder.Build();
        app.MapWorkflowKit(Prefix);
        map(app);
        var saved = await app.Services.GetRequiredService<IWorkflowRegistry>().SaveAsync(definition);
        if (!saved.Succeeded) throw new InvalidOperationException(string.Join('\n', saved.Diagnostics));
        await app.StartAsync();
        return new ServedKit(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
