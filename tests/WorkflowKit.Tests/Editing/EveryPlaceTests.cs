using System.Diagnostics;
using CsCheck;
using WorkflowKit.Definitions;
using WorkflowKit.Editing;
using WorkflowKit.Tests.Architecture;

namespace WorkflowKit.Tests.Editing;

/// <summary>Whatever the text is and wherever the caret stands: there is an answer, in time, and what it would change lies inside of the text.</summary>
public sealed class EveryPlaceTests
{
    private static readonly string[] Samples =
        [.. Directory.EnumerateFiles(Repository.File("samples", "workflows"), "*.workflow.json").Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    private static readonly string[] Pieces =
        ["\"", "{", "}", "[", "]", ":", ",", "\\", "${{", "}}", "'", ".", "(", ")", "//", "/*", "\n", "\"type\": \"", "steps.", "\u00e9", "\ud83d\ude00", "\ud800", "\\u00", "\t", "null", "1e5", "?"];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Samples.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Every_place_of_a_sample_is_answered(int sample)
    {
        var source = new SourceText(Samples[sample], "sample.workflow.json");

        for (var offset = 0; offset <= source.Text.Length; offset++)
            await AskAsync(source, offset);
    }

    [Fact]
    public void A_text_that_is_cut_off_anywhere_is_answered() =>
        Gen.Select(Gen.Int[0, Samples.Length - 1], Gen.Double[0, 1]).Sample(
            (sample, part) =>
            {
                var text = Samples[sample][..(int)(Samples[sample].Length * part)];
                Ask(text, text.Length);
            },
            iter: 400,
            threads: 1);

    [Fact]
    public void A_text_that_is_damaged_anywhere_is_answered() =>
        Gen.Select(Gen.Int[0, Samples.Length - 1], Gen.Select(Gen.Double[0, 1], Gen.Int[0, 8], Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i])).Array[1, 4]).Sample(
            (sample, damages) =>
            {
                var text = Samples[sample];
                var offset = 0;
                foreach (var (place, length, piece) in damages)
                {
                    var at = (int)(text.Length * place);
                    text = text[..at] + piece + text[Math.Min(text.Length, at + length)..];
                    offset = Math.Min(at + piece.Length, text.Length);
                }

                Ask(text, offset);
            },
            iter: 600,
            threads: 1);

    private static void Ask(string text, int offset)
    {
        var start = Stopwatch.GetTimestamp();
        AskAsync(new SourceText(text, "sample.workflow.json"), offset).GetAwaiter().GetResult();
        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    private static async Task AskAsync(SourceText source, int offset)
    {
        var service = Editor.Service;
        var stop = TestContext.Current.CancellationToken;
        var items = await service.CompleteAsync(source, offset, stop);
        foreach (var item in items)
        {
            IsInside(source, item.Span);
            item.Caret.ShouldBeInRange(0, item.InsertText.Length);
            (offset >= item.Span.Start && offset <= item.Span.Start + item.Span.Length).ShouldBeTrue("the caret stands in what is replaced");
        }

        if (await service.HoverAsync(source, offset, stop) is { } hover)
            IsInside(source, hover.Span);
        await service.SignatureAsync(source, offset, stop);
        if (await service.FindDefinitionAsync(source, offset, stop) is { } definition)
            IsInside(source, definition);
        foreach (var edit in (await service.RenameAsync(source, offset, "renamed", stop))?.Edits ?? [])
            IsInside(source, edit.Span);
        foreach (var diagnostic in await service.DiagnoseAsync(source, stop))
            IsInside(source, diagnostic.Span);
    }

    private static void IsInside(SourceText source, WorkflowKit.Diagnostics.SourceSpan span)
    {
        if (span.Start < 0 || span.Length < 0 || span.Start + span.Length > source.Text.Length)
            throw new ShouldAssertException($"{span.Start}+{span.Length} is outside of {source.Text.Length}");
    }
}
