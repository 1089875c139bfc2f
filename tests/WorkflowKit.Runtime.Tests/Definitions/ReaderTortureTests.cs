using System.Text.Json;
using CsCheck;
using WorkflowKit.Definitions;

namespace WorkflowKit.Tests.Definitions;

/// <summary>Whatever the text is: a result, never an exception, and an error exactly where System.Text.Json sees one.</summary>
public class ReaderTortureTests
{
    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "/", "//", "/*", "*/", "'", "\n", " ", "\t", "\0", "\uFEFF", "\ud800", "\udc00", "é", "😀", "\\u", "\\ud800", "0", "-", "1e", ".", "true", "nul",
        "\"id\"", "\"type\"", "\"forEach\"", "\"steps\"", "\"with\"", "\"retry\"", "${{",
    ];

    [Fact]
    public void A_sample_cut_off_anywhere_is_read()
    {
        var text = Sample("order-fulfilment");
        for (var length = 0; length < text.Length; length++)
            Check(text[..length]);
    }

    [Fact]
    public void A_sample_with_any_character_replaced_is_read()
    {
        var text = Sample("fastest-quote");
        for (var i = 0; i < text.Length; i++)
            Check(string.Concat(text.AsSpan(0, i), Pieces[i % Pieces.Length], text.AsSpan(i + 1)));
    }

    [Fact]
    public void A_sample_with_any_character_removed_is_read()
    {
        var text = Sample("trip-booking");
        for (var i = 0; i < text.Length; i++)
            Check(text.Remove(i, 1));
    }

    [Fact]
    public void A_heap_of_pieces_is_read() =>
        Gen.OneOf(Pieces).Array[0, 40].Select(string.Concat).Sample(Check, iter: 20_000, threads: 1);

    [Fact]
    public void Any_text_is_read() => Gen.String.Sample(Check, iter: 5_000, threads: 1);

    [Fact]
    public void Members_of_any_kind_anywhere_are_read()
    {
        string[] names = ["id", "type", "steps", "cases", "branches", "with", "if", "after", "retry", "catch", "schema", "options", "inputs", "connections", "for", "until", "as"];
        string[] words = ["parallel", "switch", "forEach", "while", "repeat", "try", "wait", "input", "workflow", "set", "log", "return", "fail", "a.b", "", "P1D", "\u2028"];
        var scalar = Gen.OneOf<string>(Gen.OneOf(words).Select(word => JsonSerializer.Serialize(word)), Gen.OneOf("1", "null", "true", "-0.5e-3", "1e999"));
        var value = Gen.Recursive<string>((depth, inner) => depth > 6 ? scalar : Gen.OneOf<string>(
            scalar,
            inner.Array[0, 3].Select(items => $"[{string.Join(',', items)}]"),
            Gen.Select(Gen.OneOf(names), inner).Array[0, 5].Select(all => $"{{{string.Join(',', all.Select(one => $"\"{one.Item1}\":{one.Item2}"))}}}")));

        value.Sample(Check, iter: 3_000, threads: 1);
    }

    [Fact]
    public void A_megabyte_of_mistakes_takes_no_minute()
    {
        var members = string.Join(',', Enumerable.Range(0, 40_000).Select(i => $"\"idd{i}\": 1, \"id\": 2"));
        var edges = string.Join(',', Enumerable.Repeat("1", 100_000));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Read.Text($"{{ {members} }}").Diagnostics.Count.ShouldBe(1_000);
        Read.Text($$"""{ "id": "w", "steps": [{ "id": "s", "type": "a.b", "after": [{{edges}}] }] }""").Succeeded.ShouldBeFalse();
        Read.Text($"{{ \"id\": \"{new string('\\', 900_000)}\" }}").Definition.ShouldNotBeNull();
        Read.Text($"{{ \"{new string('a', 500_000)}\": [{string.Join(',', Enumerable.Repeat("[]", 100_000))}] }}").Succeeded.ShouldBeFalse();

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    private static void Check(string text)
    {
        var result = Read.Text(text);

        foreach (var diagnostic in result.Diagnostics)
        {
            diagnostic.Span.ShouldBe(new SourceText(text, "x").SpanOf(diagnostic.Span.Start, diagnostic.Span.Length));
            DiagnosticFormatter.Format(diagnostic, new SourceText(text, "x")).ShouldNotBeEmpty();
        }

        if (result.Definition is null)
            result.Succeeded.ShouldBeFalse();
        result.Diagnostics.Any(one => one.Code is "WK1001" or "WK1003").ShouldBe(!IsJson(text), text);
    }

    private static bool IsJson(string text)
    {
        try
        {
            var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, MaxDepth = 256 };
            JsonDocument.Parse(System.Text.Encoding.UTF8.GetBytes(text.StartsWith('\uFEFF') ? text[1..] : text), options).Dispose();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Sample(string name) => File.ReadAllText(Path.Combine(SampleWorkflowTests.SampleFolder, name + ".workflow.json"));
}
