using WorkflowKit.Definitions;

namespace WorkflowKit.Structure;

/// <summary>A definition as its lists of steps, with what the checks look up in it.</summary>
internal sealed class DefinitionStructure
{
    private readonly List<StepScope> _scopes = [];
    private readonly Dictionary<string, StepScope> _scopeById = new(StringComparer.Ordinal);

    public DefinitionStructure(WorkflowDefinition definition)
    {
        Definition = definition;
        Enter(definition.Steps, null, null, isCompensation: false);
    }

    public WorkflowDefinition Definition { get; }

    /// <summary>All lists, each after the one around it.</summary>
    public IReadOnlyList<StepScope> Scopes => _scopes;

    public IEnumerable<StepDefinition> Steps => _scopes.SelectMany(scope => scope.Steps);

    /// <summary>The list that a step stands in; <see langword="null"/> where there is no such step.</summary>
    public StepScope? ScopeOf(string id) => _scopeById.GetValueOrDefault(id);

    // Nesting is limited by the reader, so the recursion is.
    private void Enter(IReadOnlyList<StepDefinition> steps, StepDefinition? owner, StepScope? parent, bool isCompensation)
    {
        var scope = new StepScope(steps, owner, parent, isCompensation);
        _scopes.Add(scope);
        foreach (var step in steps)
        {
            _scopeById.TryAdd(step.Id, scope);
            foreach (var inner in step.InnerScopes)
                Enter(inner, step, scope, isCompensation || ReferenceEquals(inner, step.Compensate));
        }
    }
}
