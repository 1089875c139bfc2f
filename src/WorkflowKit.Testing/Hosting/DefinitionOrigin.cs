using WorkflowKit.Definitions;

namespace WorkflowKit.Testing.Hosting;

/// <summary>Where the host under test has its definitions outside of the test.</summary>
internal sealed record DefinitionOrigin(Func<IServiceProvider, object?> Create)
{
    /// <summary>The definitions of a folder; none where they come from anywhere else.</summary>
    /// <exception cref="WorkflowAssertionException">There is none in the folder.</exception>
    internal async Task<IReadOnlyList<string>> ReadAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var store = Create(services);
        if (store is not FolderDefinitionStore folder) return [];
        using (folder)
        {
            var all = await folder.ListAsync(cancellationToken).ConfigureAwait(false);
            return all.Count > 0 ? [.. all.Select(static one => one.Source.Text)]
                : throw new WorkflowAssertionException($"The folder of definitions, '{folder.Folder}', has no *.workflow.json. Copy them to the test project's output, or name the folder from the root.");
        }
    }
}
