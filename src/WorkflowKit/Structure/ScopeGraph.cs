using System.Collections;
using WorkflowKit.Definitions;

namespace WorkflowKit.Structure;

/// <summary>
/// The edges of one list of steps. It holds for wrong definitions as well: names that are not in the list make no edge,
/// and steps on a cycle stand last in <see cref="Order"/>.
/// </summary>
internal sealed class ScopeGraph
{
    private readonly Dictionary<StepDefinition, int> _indexes = new(ReferenceEqualityComparer.Instance);
    private readonly int[][] _after;
    private readonly BitArray?[] _ancestors;

    public ScopeGraph(IReadOnlyList<StepDefinition> steps)
    {
        Steps = steps;
        var byId = new Dictionary<string, int>(steps.Count, StringComparer.Ordinal);
        for (var index = 0; index < steps.Count; index++)
        {
            _indexes[steps[index]] = index;
            byId.TryAdd(steps[index].Id, index);
        }

        _after = new int[steps.Count][];
        for (var index = 0; index < steps.Count; index++)
            _after[index] = EdgesOf(steps[index], index, byId);
        _ancestors = new BitArray?[steps.Count];
        var order = Sort(out var cyclic);
        Order = [.. order.Select(index => steps[index])];
        Cyclic = [.. cyclic.Select(index => steps[index])];
        IsSequence = cyclic.Count == 0 && Enumerable.Range(1, Math.Max(0, order.Count - 1)).All(at => _after[order[at]].Contains(order[at - 1]));
    }

    /// <summary>The steps in source order.</summary>
    public IReadOnlyList<StepDefinition> Steps { get; }

    /// <summary>The steps such that each comes after those it waits for, else in source order; those on a cycle, or behind one, last.</summary>
    public IReadOnlyList<StepDefinition> Order { get; }

    /// <summary>The steps on a cycle or behind one, in source order; they could never start.</summary>
    public IReadOnlyList<StepDefinition> Cyclic { get; }

    /// <summary>Whether each step of <see cref="Order"/> waits for the one before it, so that never two run at once.</summary>
    public bool IsSequence { get; }

    /// <summary>The steps of this list that <paramref name="step"/> waits for directly, without repetitions.</summary>
    public IEnumerable<StepDefinition> After(StepDefinition step) => _after[_indexes[step]].Select(index => Steps[index]);

    /// <summary>Whether <paramref name="step"/> has settled whenever <paramref name="later"/> starts.</summary>
    public bool Precedes(StepDefinition step, StepDefinition later) => AncestorsOf(_indexes[later])[_indexes[step]];

    /// <summary>All steps that have settled whenever <paramref name="step"/> starts, in source order.</summary>
    public IEnumerable<StepDefinition> Ancestors(StepDefinition step)
    {
        var ancestors = AncestorsOf(_indexes[step]);
        return Steps.Where((_, index) => ancestors[index]);
    }

    private static int[] EdgesOf(StepDefinition step, int index, Dictionary<string, int> byId) => step.After switch
    {
        null => index == 0 ? [] : [index - 1],
        var names => [.. names.Where(name => byId.ContainsKey(name.Text)).Select(name => byId[name.Text]).Distinct()],
    };

    private List<int> Sort(out List<int> cyclic)
    {
        var waiting = _after.Select(edges => edges.Length).ToArray();
        var followers = new List<int>?[waiting.Length];
        var ready = new PriorityQueue<int, int>();
        for (var index = 0; index < waiting.Length; index++)
        {
            foreach (var before in _after[index])
                (followers[before] ??= []).Add(index);
            if (waiting[index] == 0)
                ready.Enqueue(index, index);
        }

        var order = new List<int>(waiting.Length);
        while (ready.TryDequeue(out var next, out _))
        {
            order.Add(next);
            foreach (var follower in followers[next] ?? [])
            {
                if (--waiting[follower] == 0)
                    ready.Enqueue(follower, follower);
            }
        }

        cyclic = [.. Enumerable.Range(0, waiting.Length).Where(index => waiting[index] > 0)];
        order.AddRange(cyclic);
        return order;
    }

    private BitArray AncestorsOf(int start)
    {
        if (_ancestors[start] is { } known)
            return known;

        var ancestors = new BitArray(Steps.Count);
        var open = new Stack<int>(_after[start]);
        while (open.TryPop(out var index))
        {
            if (ancestors[index])
                continue;

            ancestors[index] = true;
            foreach (var before in _after[index])
                open.Push(before);
        }

        return _ancestors[start] = ancestors;
    }
}
