using WorkflowKit.Definitions;
using WorkflowKit.Structure;

namespace WorkflowKit.Binding;

/// <summary>Binds lists of steps: finds out for each step which steps have settled when it starts.</summary>
internal sealed class ScopeBinder(BindingContext context)
{
    private readonly StepBinder _steps = new(context);

    /// <summary>Binds a list.</summary>
    /// <param name="steps">The list.</param>
    /// <param name="place">What can be seen where it starts.</param>
    /// <param name="settled">The steps that have settled, inner ones included, when the list has come to its end.</param>
    public CheckedScope Bind(IReadOnlyList<StepDefinition> steps, Place place, out IReadOnlyList<SeenStep> settled)
    {
        var graph = context.Symbols.GraphOf(steps);
        var all = new List<SeenStep>();
        var bound = new List<CheckedStep>(steps.Count);
        var after = new Dictionary<StepDefinition, (Place Place, IReadOnlyList<SeenStep> Settled)>(ReferenceEqualityComparer.Instance);
        foreach (var step in graph.Order)
        {
            var start = StartOf(step, graph, place, after);
            var one = _steps.Bind(step, start, this, out var gained);
            if (one is not null)
                bound.Add(one);
            after[step] = (start.Seeing(gained), gained);
            all.AddRange(gained);
        }

        settled = all;
        var last = steps.Count == 0 ? null : bound.Find(one => one.Definition == steps[^1]);
        return new CheckedScope(graph, context.Symbols.BlockOf(steps), bound, last);
    }

    private static Place StartOf(
        StepDefinition step, ScopeGraph graph, Place place, Dictionary<StepDefinition, (Place Place, IReadOnlyList<SeenStep> Settled)> after)
    {
        // The place behind one of the steps before it, and what the others add; of a chain that is the place behind the step before it.
        StepDefinition? from = null;
        foreach (var before in graph.After(step).Where(after.ContainsKey))
        {
            if (from is null || graph.Precedes(from, before))
                from = before;
        }

        if (from is null)
            return place;

        var start = after[from].Place;
        return graph.IsSequence
            ? start
            : start.Seeing(graph.Ancestors(step)
                .Where(before => before != from && after.ContainsKey(before) && !graph.Precedes(before, from))
                .SelectMany(before => after[before].Settled));
    }
}
