namespace WorkflowKit.Sample.Web;

/// <summary>The workflows that the sample begins with.</summary>
internal static class SampleDefinitions
{
    /// <summary>Saves those that the database does not have; what people have changed in it stays.</summary>
    public static async Task SeedAsync(IWorkflowRegistry registry, CancellationToken cancellationToken)
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "workflows"), "*.workflow.json").Order(StringComparer.Ordinal))
        {
            var id = Path.GetFileName(path).Split('.')[0];
            if (await registry.FindAsync(id, cancellationToken) is not null) continue;
            var result = await registry.SaveAsync(await File.ReadAllTextAsync(path, cancellationToken), cancellationToken: cancellationToken);
            if (!result.Succeeded) throw new InvalidOperationException($"{path}: {string.Join(Environment.NewLine, result.Diagnostics)}");
        }
    }
}
