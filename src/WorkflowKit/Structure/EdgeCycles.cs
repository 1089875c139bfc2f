using WorkflowKit.Definitions;

namespace WorkflowKit.Structure;

/// <summary>Finds the circles among the edges of one list: of each knot of steps that wait for each other, one shortest.</summary>
internal static class EdgeCycles
{
    /// <summary>The circles; in each, a step waits for the next and the last for the first. Edges of a step to itself make none.</summary>
    public static IEnumerable<IReadOnlyList<StepDefinition>> Of(ScopeGraph graph)
    {
        var done = new HashSet<StepDefinition>();
        foreach (var step in graph.Cyclic)
        {
            if (done.Contains(step) || !graph.Precedes(step, step))
                continue;

            var knot = graph.Cyclic.Where(other => graph.Precedes(step, other) && graph.Precedes(other, step)).ToHashSet();
            done.UnionWith(knot);
            if (knot.Count > 1)
                yield return Shortest(graph, step, knot);
        }
    }

    private static List<StepDefinition> Shortest(ScopeGraph graph, StepDefinition start, HashSet<StepDefinition> knot)
    {
        var cameFrom = new Dictionary<StepDefinition, StepDefinition>();
        var open = new Queue<StepDefinition>([start]);
        while (open.TryDequeue(out var step))
        {
            foreach (var before in graph.After(step).Where(before => before != step && knot.Contains(before)))
            {
                if (before == start)
                    return PathTo(step, start, cameFrom);
                if (cameFrom.TryAdd(before, step))
                    open.Enqueue(before);
            }
        }

        return [start];
    }

    private static List<StepDefinition> PathTo(StepDefinition step, StepDefinition start, Dictionary<StepDefinition, StepDefinition> cameFrom)
    {
        var path = new List<StepDefinition> { step };
        while (path[^1] != start)
            path.Add(cameFrom[path[^1]]);
        path.Reverse();
        return path;
    }
}
