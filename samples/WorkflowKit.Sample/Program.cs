using System.Globalization;
using WorkflowKit;
using WorkflowKit.Sample.Shop;
using WorkflowKit.Sample.Web;

await using var shop = await ShopServer.StartAsync(CancellationToken.None);

var builder = WebApplication.CreateBuilder(args);
var data = Directory.CreateDirectory(builder.Configuration["data"] ?? "data").FullName;
builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("WorkflowKit.Registry", LogLevel.Warning);
// A free port of this machine, unless somebody says another.
if (builder.Configuration[WebHostDefaults.ServerUrlsKey] is null) builder.WebHost.UseUrls("http://127.0.0.1:0");

builder.Services.AddSingleton(new ShopClient(new HttpClient { BaseAddress = shop.Address }));
builder.Services.AddOpenApi();
builder.Services.AddWorkflowKit(kit => kit
    .AddStepsFromAssemblyContaining<ShopClient>()
    .UseSqlite(string.Create(CultureInfo.InvariantCulture, $"Data Source={Path.Combine(data, "workflows.db")}")));

var app = builder.Build();
app.MapOpenApi();
app.MapWorkflowKit("/api/workflows");
app.MapGet("/", (HttpContext context) => Welcome.Text(new Uri($"{context.Request.Scheme}://{context.Request.Host}"), data));

await SampleDefinitions.SeedAsync(app.Services.GetRequiredService<IWorkflowRegistry>(), app.Lifetime.ApplicationStopping);
await app.StartAsync();
Console.WriteLine(Welcome.Text(new Uri(app.Urls.First()), data));
await app.WaitForShutdownAsync();
