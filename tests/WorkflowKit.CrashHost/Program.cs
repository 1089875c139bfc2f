using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WorkflowKit;
using WorkflowKit.CrashHost;

// A host to be killed: `sqlite CONNECTION-STRING FOLDER` or `postgresql CONNECTION-STRING FOLDER`, the folder for its file of effects and for compiled programs. What comes in on standard input it does, and says so once it is durable:
// `start KEY NUMBER` -> `started KEY ID` or `refused KEY EXCEPTION MESSAGE`. Executions that wait for a person are answered by it. `stop` ends it in order.
var (store, connectionString, folder) = (args[0], args[1], args[2]);
var builder = Host.CreateApplicationBuilder();
builder.Logging.ClearProviders().AddFilter("WorkflowKit", LogLevel.Warning).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
builder.Services.AddSingleton(new Effects(Path.Combine(folder, $"{Environment.ProcessId}.effects")));
builder.Services.AddWorkflowKit(kit =>
{
    kit.AddStep<Work>().ConfigureEngine(options => (options.LongestWaitInMemory, options.RecoveryLimit) = (TimeSpan.FromMilliseconds(50), 1_000));
    kit.ConfigureCompiler(options => options.CacheFolder = Path.Combine(folder, "programs"));
    _ = store switch
    {
        "sqlite" => kit.UseSqlite(connectionString, options => options.PollInterval = TimeSpan.FromMilliseconds(200)),
        "postgresql" => kit.UsePostgreSql(connectionString, options => (options.PollInterval, options.LeaseDuration) = (TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(3))),
        _ => throw new ArgumentException($"There is no store '{store}'."),
    };
});
using var host = builder.Build();
var registry = host.Services.GetRequiredService<IWorkflowRegistry>();
foreach (var definition in Definitions.All)
{
    var saved = await registry.SaveAsync(definition);
    if (!saved.Succeeded) throw new InvalidOperationException(string.Join("\n", saved.Diagnostics));
}
await host.StartAsync();
var engine = host.Services.GetRequiredService<IExecutionEngine>();
_ = AnswerAsync();
Console.WriteLine("ready");
while (Console.ReadLine() is { } line && line != "stop")
{
    if (line.Split(' ') is ["start", var key, var number]) _ = StartAsync(key, int.Parse(number, System.Globalization.CultureInfo.InvariantCulture));
}
await host.StopAsync();
return 0;

async Task StartAsync(string key, int number)
{
    try
    {
        var id = await engine.StartAsync("everything", new { number }, new StartOptions { StartKey = key });
        Console.WriteLine($"started {key} {id}");
    }
    catch (Exception error)
    {
        Console.WriteLine($"refused {key} {error.GetType().Name} {error.Message.ReplaceLineEndings(" ")}");
    }
}

async Task AnswerAsync()
{
    while (true)
    {
        await Task.Delay(100);
        try
        {
            foreach (var one in (await engine.QueryAsync(new ExecutionQuery { WorkflowId = "everything", Statuses = [ExecutionStatus.Paused], Limit = 500 })).Items) await AnswerOneAsync(one.Id);
        }
        catch (StoreUnavailableException)
        {
            // It comes back.
        }
    }
}

async Task AnswerOneAsync(string id)
{
    try
    {
        await engine.SupplyInputAsync(id, "ask", new { approved = true }, new ControlOptions { By = "host" });
    }
    catch (WorkflowKitException error) when (error is not StoreUnavailableException)
    {
        // It waits for something else.
    }
}
