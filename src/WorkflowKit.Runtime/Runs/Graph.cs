namespace WorkflowKit.Runs;

/// <summary>Steps and their edges while they run: each starts once the steps before it have settled.</summary>
internal sealed class Graph
{
    private readonly Lock _gate = new();
    private readonly WorkflowRun _run;
    private readonly GraphNode[] _nodes;
    private readonly Func<GraphNode, ValueTask> _body;
    private readonly int[] _waitsFor;
    private readonly List<int>[] _before;
    private readonly TaskCompletionSource _completion = new();
    private Exception? _error;
    private int _left;

    internal Graph(WorkflowRun run, GraphNode[] nodes, Func<GraphNode, ValueTask> body)
    {
        _run = run;
        _nodes = nodes;
        _body = body;
        _left = nodes.Length;
        _waitsFor = new int[nodes.Length];
        _before = [.. nodes.Select(static _ => new List<int>())];
        var index = nodes.Select(static (node, i) => (node.Step, i)).ToDictionary(static pair => pair.Step, static pair => pair.i);
        for (var i = 0; i < nodes.Length; i++)
        {
            foreach (var earlier in nodes[i].After.Distinct())
            {
                if (!index.TryGetValue(earlier, out var at)) continue;
                _before[at].Add(i);
                _waitsFor[i]++;
            }
        }
    }

    /// <exception cref="InvalidOperationException">No step can begin: the edges go in a circle.</exception>
    internal async Task RunAsync()
    {
        if (_nodes.Length == 0) return;
        var ready = Enumerable.Range(0, _nodes.Length).Where(i => _waitsFor[i] == 0).ToList();
        if (ready.Count == 0) throw new InvalidOperationException("The edges of these steps go in a circle.");
        _run.AddStrands(ready.Count - 1);
        foreach (var i in ready) Start(i);
        await _completion.Task.ConfigureAwait(false);
    }

    private void Start(int index) => _run.StartStrand(static start => _ = start.Graph.FollowAsync(start.Index), (Graph: this, Index: index));

    /// <summary>Runs a node, then one of those that waited for it, and so on; the others get strands of their own.</summary>
    private async Task FollowAsync(int index)
    {
        while (true)
        {
            try
            {
                await _body(_nodes[index]).ConfigureAwait(false);
            }
            catch (Exception error)
            {
                Interlocked.CompareExchange(ref _error, error, null);
            }

            var (ready, isLast) = Settle(index);
            if (ready.Count == 0)
            {
                _run.LeaveFork(isLast);
                if (isLast) Complete();
                return;
            }

            _run.AddStrands(ready.Count - 1);
            foreach (var other in ready.Skip(1)) Start(other);
            index = ready[0];
        }
    }

    private (List<int> Ready, bool IsLast) Settle(int index)
    {
        lock (_gate)
        {
            _left--;
            return (_before[index].FindAll(next => --_waitsFor[next] == 0), _left == 0);
        }
    }

    private void Complete()
    {
        if (_error is null) _completion.TrySetResult();
        else _completion.TrySetException(_error);
    }
}
