using WorkflowKit.Definitions;
using WorkflowKit.Expressions;
using WorkflowKit.Runs;

namespace WorkflowKit.Tests.Runs.Support;

/// <summary>A workflow grown from a seed: steps in steps of every kind, some of which fail. The same seed gives the same workflow.</summary>
internal sealed class RandomFlow
{
    private readonly Random _random;
    private readonly List<StepSlot> _slots = [];
    private readonly Script _script = new() { Yields = true };

    private readonly bool _isSteady;

    private RandomFlow(int seed, bool isSteady) => (_random, _isSteady) = (new(seed), isSteady);

    /// <param name="seed">What it grows from.</param>
    /// <param name="isSteady">Whether it comes to the same however its strands meet: a step fails always or never, and no branch is a race.</param>
    internal static (Flow Flow, Script Script) Grow(int seed, bool isSteady = false)
    {
        var self = new RandomFlow(seed, isSteady);
        var body = self.List(null, depth: 0);
        return (new(self._slots, async run =>
        {
            await body(run);
            return Cel.Of("done");
        }), self._script);
    }

    private Func<RunScope, ValueTask> List(string? parent, int depth)
    {
        var steps = Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Step(parent, depth)).ToArray();
        return async run =>
        {
            foreach (var step in steps) await step(run);
        };
    }

    private Func<RunScope, ValueTask> Step(string? parent, int depth) => _random.Next(depth < 3 ? 12 : 4) switch
    {
        0 or 1 or 2 => Call(parent),
        3 => Wait(parent),
        4 => Parallel(parent, depth, _isSteady ? ParallelMode.Settle : (ParallelMode)_random.Next(3)),
        5 or 6 => ForEach(parent, depth),
        7 or 8 => Try(parent, depth),
        9 => Soft(parent),
        10 => Graph(parent),
        _ => Repeat(parent, depth),
    };

    private T Add<T>(T slot) where T : StepSlot
    {
        _slots.Add(slot);
        return slot;
    }

    private StepSlot Control(string type, string? parent) => Add(new StepSlot($"{type}{_slots.Count}", type) { Parent = parent });

    private ActivitySlot<Support.Call.Input, Support.Call.Output> Activity(string? parent)
    {
        var slot = Add(Flow.Call($"call{_slots.Count}", parent, _random.Next(3) == 0 ? new(3, TimeSpan.FromSeconds(1)) : null));
        var fails = _random.Next(8) switch { 0 => int.MaxValue, 1 => _isSteady ? 0 : 1, _ => 0 };
        _script.OnStep(slot.Id, context => context.Attempt <= fails ? throw new InvalidDataException($"{slot.Id} failed") : "");
        return slot;
    }

    private Func<RunScope, ValueTask> Call(string? parent)
    {
        var slot = Activity(parent);
        if (_random.Next(4) > 0) return async run => await run.At(slot).ExecuteAsync(new(slot.Id));
        var undo = Add(Flow.Call($"undo{_slots.Count}", slot.Id, undo: true));
        return async run =>
        {
            await run.At(slot).ExecuteAsync(new(slot.Id));
            run.At(slot).Compensate(async run => await run.At(undo).ExecuteAsync(new(undo.Id)));
        };
    }

    private Func<RunScope, ValueTask> Wait(string? parent)
    {
        var slot = Control("wait", parent);
        return run => run.At(slot).WaitAsync(TimeSpan.FromMinutes(1));
    }

    private Func<RunScope, ValueTask> Parallel(string? parent, int depth, ParallelMode mode)
    {
        var slot = Control("parallel", parent);
        var branches = Enumerable.Range(0, 3).Select(_ => List(slot.Id, depth + 1)).ToArray();
        int? most = _random.Next(2) == 0 ? 2 : null;
        return async run => await run.At(slot).ParallelAsync(mode, most, [.. branches.Select((branch, i) => new ParallelBranch($"b{i}", async run =>
        {
            await branch(run);
            return Cel.Of(i);
        }))]);
    }

    private Func<RunScope, ValueTask> ForEach(string? parent, int depth)
    {
        var slot = Control("forEach", parent);
        var (body, concurrency, skipped) = (List(slot.Id, depth + 1), _isSteady ? 1 : _random.Next(1, 4), Add(Flow.Call($"call{_slots.Count}", slot.Id)));
        return async run => await run.At(slot).ForEachAsync(Enumerable.Range(0, 4), concurrency, async (run, item, _) =>
        {
            if (run.At(skipped).When(item % 2 == 0)) await run.At(skipped).ExecuteAsync(new(""));
            await body(run);
            return item;
        }, item => Cel.Of(item));
    }

    private Func<RunScope, ValueTask> Try(string? parent, int depth)
    {
        var slot = Control("try", parent);
        var (body, mend, tidy, handles) = (List(slot.Id, depth + 1), Activity(slot.Id), Activity(slot.Id), _random.Next(3) > 0);
        return run => run.At(slot).TryAsync(
            body,
            async (run, error) =>
            {
                if (handles) await run.At(mend).ExecuteAsync(new(""));
                return handles;
            },
            async run => await run.At(tidy).ExecuteAsync(new("")));
    }

    private Func<RunScope, ValueTask> Soft(string? parent)
    {
        var slot = Activity(parent);
        return run => run.At(slot).ContinueOnErrorAsync(async run => await run.At(slot).ExecuteAsync(new("")));
    }

    private Func<RunScope, ValueTask> Graph(string? parent)
    {
        var nodes = Enumerable.Range(0, 4).Select(_ => Activity(parent)).ToArray();
        var edges = nodes.Select((_, i) => nodes.Take(i).Where((_, before) => _random.Next(2) == 0 || (_isSteady && before == i - 1)).ToArray()).ToArray();
        return run => run.GraphAsync([.. nodes.Select((node, i) => new GraphNode(node, edges[i], async run => await run.At(node).ExecuteAsync(new(""))))]);
    }

    private Func<RunScope, ValueTask> Repeat(string? parent, int depth)
    {
        var slot = Control("repeat", parent);
        var body = List(slot.Id, depth + 1);
        return async run =>
        {
            var passes = 0;
            await run.At(slot).RepeatAsync(
                5,
                TimeSpan.FromMinutes(2),
                async run =>
                {
                    await body(run);
                    passes++;
                },
                () => passes == 2);
        };
    }
}
