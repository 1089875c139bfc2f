using WorkflowKit.Benchmarks.Editing;
using WorkflowKit.Benchmarks.Measuring;
using WorkflowKit.Definitions;

namespace WorkflowKit.Benchmarks.Ratios;

/// <summary>What editors ask after each key press in a definition of 500 steps, beside the time that people do not notice.</summary>
internal static class EditingRatio
{
    private const int Rounds = 21;
    private const int Repetitions = 20;
    private const double DiagnosticsLimit = 50e6;
    private const double KeyLimit = 10e6;

    public static async Task RunAsync()
    {
        await using var kit = new Kit();
        var language = kit.Language;
        var known = LargeDefinition.Source(500, 0);
        var offset = LargeDefinition.Place(known);
        var version = 0;

        var asked = await Stopclock.CompareAsync(
            Rounds,
            units: 1,
            async () => await language.DiagnoseAsync(LargeDefinition.Source(500, ++version)),
            async () => await language.CompleteAsync(LargeDefinition.Source(500, ++version), offset),
            async () => await language.HoverAsync(LargeDefinition.Source(500, ++version), offset));
        var again = await Stopclock.CompareAsync(Rounds, Repetitions, () => RepeatAsync(language, known, offset));
        var large = await Stopclock.CompareAsync(Rounds, units: 1, async () => await language.DiagnoseAsync(LargeDefinition.Source(2_000, ++version)));

        Report.Time("(f) diagnostics of 500 steps, vs 50 ms", asked[0].Nanoseconds, DiagnosticsLimit, "1x");
        Report.Time("(f) completion after a key press in 500 steps, vs 10 ms", asked[1].Nanoseconds, KeyLimit, "1x");
        Report.Time("(f) hover after a key press in 500 steps, vs 10 ms", asked[2].Nanoseconds, KeyLimit, "1x");
        Report.Time("(f) completion once more in the same text, vs 10 ms", again[0].Nanoseconds, KeyLimit, "1x");
        Report.Time("(f) diagnostics a step, 2,000 steps vs 500", large[0].Nanoseconds / 2_000, asked[0].Nanoseconds / 500, "linear");
    }

    private static async Task RepeatAsync(IWorkflowLanguageService language, SourceText source, int offset)
    {
        for (var i = 0; i < Repetitions; i++)
            await language.CompleteAsync(source, offset);
    }
}
