using WorkflowKit.CelChecking;

namespace WorkflowKit.Binding;

/// <summary>Where steps stand: what their expressions can see.</summary>
/// <param name="Sight">The steps that have settled.</param>
/// <param name="Names">All names but <c>steps</c>: inputs, execution, loop variables, error.</param>
internal sealed record Place(Sight Sight, NameScope Names)
{
    /// <summary>Whether there is a run, and with it the name <c>steps</c>.</summary>
    public bool HasSteps { get; init; } = true;

    /// <summary>What the conditions under which the place is reached have shown to be there.</summary>
    public Facts Known { get; init; } = Facts.None;

    /// <summary>This, where a condition has come out as <paramref name="outcome"/>.</summary>
    public Place Knowing(BoundExpression condition, bool outcome) =>
        Known.With(Facts.Of(condition.Root, outcome)) is var known && known == Known ? this : this with { Known = known };

    /// <summary>This, where some names stand for something new.</summary>
    public Place Naming(NameScope names, params IEnumerable<string> added) =>
        this with { Names = names, Known = added.Aggregate(Known, static (known, name) => known.Without(name)) };

    public Place Seeing(IEnumerable<SeenStep> more) => this with { Sight = Sight.With(more) };
}
