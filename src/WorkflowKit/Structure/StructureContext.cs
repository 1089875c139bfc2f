namespace WorkflowKit.Structure;

/// <summary>What the host has that definitions may refer to. Immutable: made once a host, not once a definition.</summary>
/// <param name="steps">The step classes.</param>
/// <param name="providers">The connection providers; where there are none, providers are not checked.</param>
/// <param name="pipelines">The names of the resilience pipelines; where <see langword="null"/>, they are not known.</param>
/// <param name="hasPipeline">Whether there is one of a name, for hosts that do not list them; where both are <see langword="null"/>, they are not checked.</param>
internal sealed class StructureContext(
    IEnumerable<KnownStep> steps,
    IReadOnlyCollection<IConnectionProvider> providers,
    IReadOnlyCollection<string>? pipelines = null,
    Func<string, bool>? hasPipeline = null)
{
    private readonly Dictionary<string, KnownStep> _steps = steps.ToDictionary(step => step.Type, StringComparer.Ordinal);

    public IEnumerable<KnownStep> Steps => _steps.Values;

    public IReadOnlyCollection<IConnectionProvider> Providers { get; } = providers;

    public IReadOnlyCollection<string>? Pipelines { get; } = pipelines;

    public bool LacksPipeline(string name) => hasPipeline is not null ? !hasPipeline(name) : Pipelines is not null && !Pipelines.Contains(name);

    public static StructureContext Of(
        StepCatalogue catalogue, IReadOnlyCollection<IConnectionProvider> providers, IReadOnlyCollection<string>? pipelines = null) =>
        new(catalogue.Steps.Select(step => new KnownStep(step.Type, step.Connection, step.Idempotent)), providers, pipelines);

    public KnownStep? Find(string type) => _steps.GetValueOrDefault(type);
}
