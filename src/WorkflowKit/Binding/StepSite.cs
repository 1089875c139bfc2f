using WorkflowKit.Definitions;

namespace WorkflowKit.Binding;

/// <summary>One step while it is bound: where it stands, and what stands in it.</summary>
internal sealed class StepSite(BindingContext context, StepSymbol symbol, Place place, ScopeBinder scopes)
{
    private readonly List<SeenStep> _inner = [];

    public StepSymbol Symbol => symbol;

    public Place Place => place;

    /// <summary>The steps inside, as they are seen behind the step.</summary>
    public IReadOnlyList<SeenStep> Inner => _inner;

    /// <summary>Binds the step's own expressions.</summary>
    public ExpressionBinder Expressions { get; } = new(context, place, symbol, symbol.Block);

    /// <summary>Binds expressions of the step that see more than it does.</summary>
    public ExpressionBinder ExpressionsAt(Place seen) => new(context, seen, symbol, symbol.Block);

    /// <summary>Binds expressions that stand inside of a list of the step.</summary>
    public ExpressionBinder ExpressionsIn(CheckedScope scope, Place inside) => new(context, inside, symbol, scope.Block);

    /// <summary>Binds a list of the step whose steps can be seen behind it.</summary>
    public CheckedScope Visible(IReadOnlyList<StepDefinition> steps, bool mayBeAbsent) => Visible(steps, place, mayBeAbsent, out _);

    /// <summary>Binds a list of the step whose steps can be seen behind it.</summary>
    public CheckedScope Visible(IReadOnlyList<StepDefinition> steps, Place start, bool mayBeAbsent, out IReadOnlyList<SeenStep> settled)
    {
        var scope = scopes.Bind(steps, start, out settled);
        _inner.AddRange(mayBeAbsent ? settled.Select(Absent) : settled);
        return scope;
    }

    /// <summary>Binds a list of the step whose steps only its own inside can see.</summary>
    public CheckedScope Hidden(IReadOnlyList<StepDefinition> steps, Place start, out IReadOnlyList<SeenStep> settled) => scopes.Bind(steps, start, out settled);

    public static SeenStep Absent(SeenStep step) => step with { MayBeAbsent = true };

    /// <summary>The output of the last step of a list, read in the list's own block; <see langword="null"/> where that step has none.</summary>
    public static SeenStep? OutputOf(CheckedScope scope, IReadOnlyList<SeenStep> settled)
    {
        if (scope.Last is not { HasOutput: true })
            return null;

        var seen = settled.Last(one => one.Step == scope.Last.Symbol);
        seen.Step.ReadFrom(scope.Block, seen.MayBeAbsent);
        return seen;
    }
}
