using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using WorkflowKit.Compilation;
using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;
using WorkflowKit.Editing;
using WorkflowKit.Editing.Completion;

namespace WorkflowKit.Hosting;

/// <summary>Puts one host's language service together.</summary>
internal static class LanguageServiceParts
{
    public static WorkflowLanguageService Create(IServiceProvider provider)
    {
        var limits = provider.GetRequiredService<IOptions<DefinitionLimits>>().Value;
        var frontEnd = provider.GetRequiredService<CompilerParts>().FrontEnd;
        var host = new EditingHost(provider.GetRequiredService<StepCatalogue>(), limits, [.. provider.GetServices<IConnectionProvider>()]);
        return new(
            host,
            (source, cancellationToken) => Diagnose(source, limits, frontEnd, cancellationToken),
            cancellationToken => provider.GetRequiredService<IWorkflowRegistry>().ListAsync(cancellationToken));
    }

    private static IReadOnlyList<Diagnostic> Diagnose(SourceText source, DefinitionLimits limits, WorkflowFrontEnd frontEnd, CancellationToken cancellationToken)
    {
        var read = WorkflowReader.Read(source, limits);
        return read.Definition is null ? read.Diagnostics : frontEnd.Check(read.Definition, cancellationToken);
    }
}
