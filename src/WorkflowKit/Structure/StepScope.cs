using WorkflowKit.Definitions;

namespace WorkflowKit.Structure;

/// <summary>One list of steps of a definition, and where it stands.</summary>
internal sealed class StepScope(IReadOnlyList<StepDefinition> steps, StepDefinition? owner, StepScope? parent, bool isCompensation)
{
    public IReadOnlyList<StepDefinition> Steps { get; } = steps;

    public ScopeGraph Graph { get; } = new(steps);

    /// <summary>The step that contains the list; <see langword="null"/> for the definition's own.</summary>
    public StepDefinition? Owner { get; } = owner;

    /// <summary>The list that the owner stands in.</summary>
    public StepScope? Parent { get; } = parent;

    /// <summary>Whether the list, or one around it, undoes a step.</summary>
    public bool IsCompensation { get; } = isCompensation;

    /// <summary>The place in words.</summary>
    public string Place => Owner is null ? "that of the workflow itself" : $"inside of `{Owner.Id}`";

    /// <summary>The step of this list that contains <paramref name="scope"/>; <see langword="null"/> where none does.</summary>
    public StepDefinition? ContainerOf(StepScope scope)
    {
        for (var inner = scope; inner.Parent is not null; inner = inner.Parent)
        {
            if (inner.Parent == this)
                return inner.Owner;
        }

        return null;
    }
}
