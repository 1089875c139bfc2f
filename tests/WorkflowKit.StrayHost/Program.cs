using System.Runtime.ExceptionServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WorkflowKit;
using WorkflowKit.StrayHost;

// Two runs after each other: the step of the first lets something throw that nobody catches. `thread|pool|async-void|own|handler catch|leave`.
var (way, catches) = (args[0], args[1] == "catch");
if (way == "handler") ExceptionHandling.SetUnhandledExceptionHandler(_ => false);
var builder = Host.CreateApplicationBuilder();
builder.Services.AddWorkflowKit(kit => kit.AddStep<Astray>().ConfigureEngine(options => options.CatchStrayExceptions = catches));
using var host = builder.Build();
await host.StartAsync();
if (way == "own")
{
    new Thread(() => throw new InvalidOperationException("the host's own")).Start();
    await Task.Delay(Timeout.Infinite);
}

await host.Services.GetRequiredService<IWorkflowRegistry>().SaveAsync("""
    { "id": "stray", "name": "Stray",
      "inputs": { "type": "object", "properties": { "way": { "type": "string" } }, "required": ["way"] },
      "steps": [{ "id": "go", "type": "test.astray", "with": { "way": "${{ inputs.way }}" } }] }
    """);
var engine = host.Services.GetRequiredService<IExecutionEngine>();
foreach (var (name, what) in new[] { ("first", way), ("second", "nothing") })
{
    var record = await engine.RunAsync("stray", new { way = what });
    Console.WriteLine($"{name}: {record.Status.ToString().ToLowerInvariant()}, {record.Error?.Type}: {record.Error?.Message}");
}

await host.StopAsync();
