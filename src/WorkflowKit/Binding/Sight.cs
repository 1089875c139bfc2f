using System.Collections.Immutable;

namespace WorkflowKit.Binding;

/// <summary>The steps that have settled at a place, and whether each may have no output there. Immutable.</summary>
internal sealed class Sight
{
    private readonly ImmutableDictionary<string, SeenStep> _steps;

    private Sight(ImmutableDictionary<string, SeenStep> steps) => _steps = steps;

    public static Sight Nothing { get; } = new(ImmutableDictionary.Create<string, SeenStep>(StringComparer.Ordinal));

    public IEnumerable<string> Ids => _steps.Keys;

    public SeenStep? Find(string id) => _steps.GetValueOrDefault(id);

    /// <summary>This, and more steps; where a step is seen already, the later word counts.</summary>
    public Sight With(IEnumerable<SeenStep> more) =>
        new(_steps.SetItems(more.Select(step => KeyValuePair.Create(step.Step.Id, step))));
}
