namespace WorkflowKit.Tests.Fuzzing.Expressions;

/// <summary>
/// Whatever expression comes in, what is wrong with it or C# that compiles comes out, and what that gives is the same with and without static
/// types. <c>WORKFLOWKIT_FUZZ=100000</c> tries as many as that, from new seeds each time; a failure prints its seed.
/// </summary>
public sealed class ExpressionFuzzTests(ITestOutputHelper output)
{
    private const int BatchSize = 250;
    private const double LeastAccepted = 0.6;

    [Fact]
    public void Static_types_change_no_result()
    {
        var batches = Run(few: 250, (batch, seed) => batch.Add(seed, TypedExpressionGrower.Grow(seed, batch.Place)));

        var accepted = batches.Sum(batch => batch.Accepted);
        var tried = batches.Sum(batch => batch.Tried);
        output.WriteLine($"{accepted} of {tried} are well-typed; {batches.Sum(batch => batch.Compared.Values)} results compared, {batches.Sum(batch => batch.Compared.Errors)} of them errors");
        ((double)accepted / tried).ShouldBeGreaterThan(LeastAccepted);
    }

    [Fact]
    public void A_spoilt_expression_is_told_what_is_wrong_or_runs() => Run(few: 500, (batch, seed) =>
    {
        var text = TypedExpressionGrower.Grow(seed, batch.Place).Text;
        batch.Add(seed, ExpressionMutator.Spoil(text, new Random(seed), batch.Place));
    });

    private List<Batch> Run(int few, Action<Batch, int> add)
    {
        var batches = FuzzSeeds.Of(few, output).Chunk(BatchSize).AsParallel().Select(seeds =>
        {
            var batch = new Batch();
            foreach (var seed in seeds)
                add(batch, seed);
            batch.Run();
            return batch;
        }).ToList();

        foreach (var (time, which) in batches.Select(batch => batch.Slowest).OrderByDescending(slowest => slowest.Time).Take(3))
            output.WriteLine($"{time.TotalMilliseconds:0} ms: {which}");
        var failures = batches.SelectMany(batch => batch.Failures).ToList();
        var kinds = failures.GroupBy(KindOf).Select(kind => kind.MinBy(failure => failure.Length)!).OrderBy(failure => failure.Length).ToList();
        kinds.Take(Shown).ShouldBeEmpty($"{failures.Count} fail, of {kinds.Count} kinds");
        return batches;
    }

    private const int Shown = 20;

    // The second line says what is wrong.
    private static string KindOf(string failure) => string.Concat(failure.Split("\n  ").ElementAtOrDefault(1)?.Take(60) ?? failure);
}
