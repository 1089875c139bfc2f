using WorkflowKit.CelChecking;

namespace WorkflowKit.Binding;

/// <summary>Where steps stand: what their expressions can see.</summary>
/// <param name="Sight">The steps that have settled.</param>
/// <param name="Names">All names but <c>steps</c>: inputs, execution, loop variables, error.</param>
internal sealed record Place(Sight Sight, NameScope Names)
{
    /// <summary>Whether there is a run, and with it the name <c>steps</c>.</summary>
    public bool HasSteps { get; init; } = true;

    public Place Seeing(IEnumerable<SeenStep> more) => this with { Sight = Sight.With(more) };
}
