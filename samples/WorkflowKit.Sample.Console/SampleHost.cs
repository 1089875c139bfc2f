using Microsoft.Extensions.DependencyInjection;
using WorkflowKit.Sample.Shop;

namespace WorkflowKit.Sample;

/// <summary>A host without a host: a service collection, the shop's HTTP client, and WorkflowKit.</summary>
internal static class SampleHost
{
    public static ServiceProvider Create(Uri shop) => new ServiceCollection()
        .AddLogging()
        .AddSingleton(new ShopClient(new HttpClient { BaseAddress = shop }))
        .AddWorkflowKit(kit => kit.AddStepsFromAssemblyContaining<ShopClient>())
        .BuildServiceProvider();

    /// <summary>Saves every definition of the sample; returns what became of each, by file name.</summary>
    public static async Task<IReadOnlyList<(string File, CompilationResult Result)>> SaveAllAsync(IWorkflowRegistry registry, CancellationToken cancellationToken)
    {
        var results = new List<(string, CompilationResult)>();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "workflows"), "*.workflow.json").Order(StringComparer.Ordinal))
            results.Add((Path.GetFileName(path), await registry.SaveAsync(await File.ReadAllTextAsync(path, cancellationToken), cancellationToken: cancellationToken)));
        return results;
    }
}
