using System.Diagnostics;
using System.Runtime;

namespace WorkflowKit.Benchmarks.Measuring;

/// <summary>Measures works against each other: in turn, round after round, and gives the median round of each, so that a slow moment of the machine hurts all alike.</summary>
internal static class Stopclock
{
    // Until then the runtime compiles for the second time what it measures; on a busy machine that takes long.
    private static readonly TimeSpan LeastWarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan MostWarmUp = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

    /// <param name="rounds">How many rounds count; a third as many before them, two seconds at least and until the runtime has nothing left to compile, warm up.</param>
    /// <param name="units">How many units of work one call does.</param>
    /// <param name="works">What is compared; each call is one round.</param>
    public static Task<Measurement[]> CompareAsync(int rounds, int units, params Func<Task>[] works) => CompareAsync(rounds, units, collect: true, Nothing, works);

    /// <param name="rounds">How many rounds count; a third as many before them, two seconds at least and until the runtime has nothing left to compile, warm up.</param>
    /// <param name="units">How many units of work one call does.</param>
    /// <param name="prepare">What comes before each round, and does not count.</param>
    /// <param name="works">What is compared; each call is one round.</param>
    public static Task<Measurement[]> ComparePreparedAsync(int rounds, int units, Func<Task> prepare, params Func<Task>[] works) =>
        CompareAsync(rounds, units, collect: true, prepare, works);

    /// <summary>For works that keep what the collector may take, as Roslyn does, or run long enough for it to come by: no round begins with an empty nursery.</summary>
    /// <param name="rounds">How many rounds count; a third as many before them, two seconds at least and until the runtime has nothing left to compile, warm up.</param>
    /// <param name="units">How many units of work one call does.</param>
    /// <param name="works">What is compared; each call is one round.</param>
    public static Task<Measurement[]> CompareUncollectedAsync(int rounds, int units, params Func<Task>[] works) => CompareAsync(rounds, units, collect: false, Nothing, works);

    private static async Task<Measurement[]> CompareAsync(int rounds, int units, bool collect, Func<Task> prepare, Func<Task>[] works)
    {
        var taken = works.Select(_ => new List<Measurement>()).ToArray();
        var start = Stopwatch.GetTimestamp();
        var (compiled, lastCompiled) = (0L, start);
        for (var round = -(rounds / 3) - 1; round < rounds; round++)
        {
            if (JitInfo.GetCompiledMethodCount() is var count && count != compiled)
                (compiled, lastCompiled) = (count, Stopwatch.GetTimestamp());
            var isWarm = Stopwatch.GetElapsedTime(start) is var warmUp && warmUp > LeastWarmUp && (Stopwatch.GetElapsedTime(lastCompiled) > Quiet || warmUp > MostWarmUp);
            if (round == 0 && !isWarm) round--;
            await prepare();
            for (var i = 0; i < works.Length; i++)
            {
                var measurement = await OnceAsync(works[i], units, collect);
                if (round >= 0)
                    taken[i].Add(measurement);
            }
        }

        return [.. taken.Select(Median)];
    }

    private static Task Nothing() => Task.CompletedTask;

    private static async Task<Measurement> OnceAsync(Func<Task> work, int units, bool collect)
    {
        if (collect)
            GC.Collect();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var start = Stopwatch.GetTimestamp();
        await work();
        var elapsed = Stopwatch.GetElapsedTime(start);
        return new Measurement(elapsed.TotalNanoseconds / units, (GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)units);
    }

    private static Measurement Median(List<Measurement> rounds) => new(
        rounds.Select(round => round.Nanoseconds).Order().ElementAt(rounds.Count / 2),
        rounds.Select(round => round.Bytes).Order().ElementAt(rounds.Count / 2));
}
