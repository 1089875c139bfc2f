using Microsoft.Extensions.DependencyInjection;
using WorkflowKit.Definitions;

namespace WorkflowKit.Testing.Hosting;

/// <summary>Saves what a host starts with.</summary>
internal static class HostDefinitions
{
    /// <exception cref="WorkflowAssertionException">There are errors; the message prints those of all definitions.</exception>
    internal static async Task SaveAllAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var registry = services.GetRequiredService<IWorkflowRegistry>();
        var texts = services.GetServices<DefinitionUnderTest>().Select(static one => one.Text).ToList();
        foreach (var origin in services.GetServices<DefinitionOrigin>())
            texts.AddRange(await origin.ReadAsync(services, cancellationToken).ConfigureAwait(false));

        var problems = new List<string>();
        foreach (var text in texts)
        {
            var result = await registry.SaveAsync(text, cancellationToken: cancellationToken).ConfigureAwait(false);
            if (!result.Succeeded) problems.Add(DiagnosticFormatter.Format(result.Errors, result.Source));
        }
        if (problems.Count > 0) throw new WorkflowAssertionException($"The host does not start: a definition does not compile.\n\n{string.Join("\n\n", problems)}");
    }

    internal static async Task<IReadOnlySet<string>> StepIdsAsync(IWorkflowRegistry registry)
    {
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var workflow in await registry.ListAsync().ConfigureAwait(false)) Add(workflow.Definition.Steps);
        return ids;

        void Add(IEnumerable<StepDefinition> steps)
        {
            foreach (var step in steps)
            {
                ids.Add(step.Id);
                foreach (var inner in step.InnerScopes) Add(inner);
            }
        }
    }
}
