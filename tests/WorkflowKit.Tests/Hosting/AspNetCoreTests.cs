using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace WorkflowKit.Tests.Hosting;

public sealed class AspNetCoreTests
{
    [Fact]
    public async Task A_request_runs_a_workflow_in_a_web_host()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddWorkflowKit(kit => kit.AddStep<Greet>());
        await using var app = builder.Build();
        app.MapGet("/greet/{name}", async (string name, IExecutionEngine engine, HttpContext context) =>
            (await engine.RunAsync("greeting", new { name }, cancellationToken: context.RequestAborted)).Outputs);
        await app.StartAsync(TestContext.Current.CancellationToken);
        await app.Services.GetRequiredService<IWorkflowRegistry>().SaveAsync(Greeting.Definition(), cancellationToken: TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        var answer = await client.GetStringAsync(new Uri("greet/Grace", UriKind.Relative), TestContext.Current.CancellationToken);

        answer.ShouldBe("""{"text":"Hello, Grace!"}""");
        await app.StopAsync(TestContext.Current.CancellationToken);
    }
}
