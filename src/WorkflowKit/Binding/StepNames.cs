using WorkflowKit.Definitions;
using WorkflowKit.Emission;

namespace WorkflowKit.Binding;

/// <summary>
/// The names of a definition's steps in emitted code: <c>send_mail</c> is the local <c>sendMail</c> and the slot <c>_sendMail</c>.
/// Ids that differ by letter case or underscores alone get numbers.
/// </summary>
internal sealed class StepNames
{
    private readonly Dictionary<StepDefinition, string> _locals = new(ReferenceEqualityComparer.Instance);

    public StepNames(WorkflowDefinition definition)
    {
        // What every emitted method uses itself.
        Taken.Reserve("run", "inputs");
        Add(definition.Steps);
    }

    /// <summary>All names of locals; loop variables are claimed in scopes inside it.</summary>
    public UniqueNames Taken { get; } = new();

    public string LocalOf(StepDefinition step) => _locals[step];

    private void Add(IReadOnlyList<StepDefinition> steps)
    {
        foreach (var step in steps)
        {
            _locals.Add(step, Taken.Claim(Identifiers.ToCamelCase(step.Id)));
            foreach (var inner in step.InnerScopes)
                Add(inner);
        }
    }
}
