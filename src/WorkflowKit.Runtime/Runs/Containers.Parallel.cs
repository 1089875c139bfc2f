using System.Runtime.ExceptionServices;
using WorkflowKit.Definitions;
using WorkflowKit.Expressions;

namespace WorkflowKit.Runs;

internal static partial class Containers
{
    internal static ValueTask<CelValue> ParallelAsync(
        RunScope scope, StepSlot slot, ParallelMode mode, int? maxConcurrency, ParallelBranch[] branches) =>
        RunAsync<CelValue>(scope, slot, inner => BranchesAsync(inner, slot, mode, maxConcurrency, branches), output => Bounded(scope, output));

    internal static object Bounded(RunScope scope, CelValue output)
    {
        OutputLimit.Check(output, scope.Run.Services.Limits.MaxOutputBytes);
        return output;
    }

    private static async ValueTask<CelValue> BranchesAsync(
        RunScope scope, StepSlot slot, ParallelMode mode, int? maxConcurrency, ParallelBranch[] branches)
    {
        var isTaken = branches.ToLookup(static branch => branch.If is null || branch.If());
        foreach (var step in isTaken[false].SelectMany(static branch => branch.Steps)) scope.Skip(step);
        var taken = isTaken[true].ToArray();
        var ends = new BranchEnd?[taken.Length];
        var verdict = new Verdict();
        var halt = new Halt(scope.Halt);
        var next = -1;
        await scope.Run.ForkAsync(Math.Clamp(maxConcurrency ?? taken.Length, 0, taken.Length), async _ =>
        {
            for (int i; (i = Interlocked.Increment(ref next)) < taken.Length;)
            {
                var inner = scope.Inside(slot, halt: halt);
                var decides = mode == ParallelMode.First;
                try
                {
                    ends[i] = new(await taken[i].Body(inner).ConfigureAwait(false), inner.SettledAt);
                }
                catch (Exception error) when (error is not ReplayDivergenceException)
                {
                    decides = verdict.Add(inner, error) && (error is RunSignal || mode == ParallelMode.All);
                }

                if (decides) scope.Run.Cut(halt);
            }
        }).ConfigureAwait(false);
        halt.Release();
        if (mode == ParallelMode.First && ends.Any(static end => end is not null))
        {
            var winner = Array.IndexOf(ends, ends.Where(static end => end is not null).MinBy(static end => end!.Sequence));
            return CelValue.Map((taken[winner].Id, ends[winner]!.Output));
        }

        if (verdict.Combine() is { } error) ExceptionDispatchInfo.Throw(mode != ParallelMode.All ? Summed(slot, scope, verdict, error) : error);
        return CelValue.Map([.. taken.Select((branch, i) => (branch.Id, ends[i]?.Output ?? CelValue.Null))]);
    }

    /// <summary>The failure of a <c>settle</c>, or of a <c>first</c> that nobody won: it names every step that failed.</summary>
    private static Exception Summed(StepSlot slot, RunScope scope, Verdict verdict, Exception error)
    {
        if (error is not StepFailedException || verdict.Failures.Count < 2) return error;
        var failures = verdict.Failures.OrderBy(static failure => failure.Sequence).ToList();
        var message = $"{failures.Count} branches failed: {string.Join("; ", failures.Select(static one => $"{one.Error.StepId}: {one.Message}"))}";
        var summed = new StepFailedException(new(slot.Id, scope.Frame.PathOf(slot), message, "parallel", null), null, failures[0].Sequence);
        summed.Paths.AddRange(failures[0].Paths);
        return summed;
    }
}
