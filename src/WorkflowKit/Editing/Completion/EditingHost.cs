using WorkflowKit.Definitions;

namespace WorkflowKit.Editing.Completion;

/// <summary>What the host has that definitions can name.</summary>
/// <param name="Catalogue">Its steps.</param>
/// <param name="Limits">What a definition may be at most.</param>
/// <param name="Connections">Its sources of connections.</param>
internal sealed record EditingHost(StepCatalogue Catalogue, DefinitionLimits Limits, IReadOnlyCollection<IConnectionProvider> Connections)
{
    /// <summary>The providers that its steps ask for and that it knows.</summary>
    public IEnumerable<string> Providers => Catalogue.Steps.Select(step => step.Connection).OfType<string>().Distinct()
        .Where(provider => Connections.Count == 0 || Connections.Any(source => source.Knows(provider)));
}
