using WorkflowKit;
using WorkflowKit.WebHost;

// A web host to be killed and started again: `--urls ADDRESS --data FOLDER [--heartbeat TIME]`, the folder for its database and for compiled programs. It says `ready`
// once it listens; `memory` on its standard input it answers with `memory BYTES`, what its objects take; when its standard input ends it ends in order.
var builder = WebApplication.CreateSlimBuilder(args);
var data = builder.Configuration["data"] ?? throw new InvalidOperationException("Name the folder of its data: --data FOLDER.");
builder.Logging.ClearProviders().AddFilter("WorkflowKit", LogLevel.Warning).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
builder.Services.AddWorkflowKit(kit => kit
    .AddStep<Work>()
    .AddHttp(options =>
    {
        options.HeartbeatInterval = builder.Configuration.GetValue("heartbeat", options.HeartbeatInterval);
        options.MaxStreamsPerUser = 100_000;
    })
    .ConfigureEngine(options => (options.LongestWaitInMemory, options.RecoveryLimit) = (TimeSpan.FromMilliseconds(50), 1_000))
    .ConfigureCompiler(options => options.CacheFolder = Path.Combine(data, "programs"))
    .UseSqlite($"Data Source={Path.Combine(data, "workflows.db")}", options => options.PollInterval = TimeSpan.FromMilliseconds(200)));
var app = builder.Build();
app.MapWorkflowKit("/api/workflows");
var registry = app.Services.GetRequiredService<IWorkflowRegistry>();
foreach (var definition in (string[])[Journey.Definition, Talk.Definition])
{
    var saved = await registry.SaveAsync(definition);
    if (!saved.Succeeded) throw new InvalidOperationException(string.Join("\n", saved.Diagnostics));
}
await app.StartAsync();
Console.WriteLine("ready");
while (Console.ReadLine() is { } line)
{
    if (line == "memory") Console.WriteLine($"memory {GC.GetTotalMemory(forceFullCollection: true)}");
}
await app.StopAsync();
