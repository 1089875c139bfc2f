using WorkflowKit.Definitions;

namespace WorkflowKit.Tests.Definitions;

public class SourcePlaceTests
{
    [Fact]
    public void Places_count_utf16_behind_characters_of_every_width()
    {
        const string text = """{ "id": "w", "name": "é€😀", "steps": [{ "id": "s", "type": "set", "with": "ü😀x" }] }""";
        var definition = Read.Good(text);

        var with = definition.Steps[0].With!;

        Read.Covered(text, with.Span).ShouldBe("\"ü😀x\"");
        with.Span.Column.ShouldBe(with.Span.Start + 1);
        definition.Root.Span.Length.ShouldBe(text.Length);
    }

    [Fact]
    public void A_value_over_several_lines_knows_where_it_ends()
    {
        var definition = Read.Good("{ \"id\": \"w\",\n  \"steps\": [\n  ] }");

        var span = definition.Root["steps"]!.Span;

        (span.Line, span.Column, span.EndLine, span.EndColumn).ShouldBe((2, 12, 3, 4));
    }

    [Fact]
    public void Pointers_escape_as_rfc_6901_says() =>
        Read.Good("""{ "id": "w", "steps": [], "x-a/b~c": [0, { "d": 1 }] }""").Root["x-a/b~c"]!.Items[1]["d"]!.Pointer.ShouldBe("/x-a~1b~0c/1/d");

    [Theory]
    [InlineData("plain ${{ a }}", "${{ a }}")]
    [InlineData(@"a\n\""${{ a }}", "${{ a }}")]
    [InlineData(@"\u00e9é\ud83d\ude00😀${{ a }}", "${{ a }}")]
    [InlineData(@"a\\${{ a }}\n", "${{ a }}")]
    public void A_piece_of_a_string_is_found_behind_escapes(string written, string piece)
    {
        var text = $$"""{ "id": "w", "steps": [], "outputs": "{{written}}" }""";
        var definition = Read.Good(text);

        var span = definition.Outputs!.SpanWithin(definition.Source, definition.Outputs.Text.IndexOf("${{", StringComparison.Ordinal), piece.Length);

        Read.Covered(text, span).ShouldBe(piece);
    }

    [Fact]
    public void A_piece_that_is_an_escape_covers_the_whole_escape()
    {
        const string text = """{ "id": "w", "steps": [], "outputs": "a\u00e9b" }""";
        var definition = Read.Good(text);

        Read.Covered(text, definition.Outputs!.SpanWithin(definition.Source, 1, 1)).ShouldBe(@"\u00e9");
    }

    [Fact]
    public void A_piece_outside_of_the_string_is_cut_off()
    {
        const string text = """{ "id": "w", "steps": [], "outputs": "ab" }""";
        var definition = Read.Good(text);

        Read.Covered(text, definition.Outputs!.SpanWithin(definition.Source, 1, 99)).ShouldBe("b");
        Read.Covered(text, definition.Outputs!.SpanWithin(definition.Source, 7, 1)).ShouldBe("");
    }
}
