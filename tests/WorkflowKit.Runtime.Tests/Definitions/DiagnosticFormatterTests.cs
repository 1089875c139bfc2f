using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Tests.Definitions;

public class DiagnosticFormatterTests
{
    [Fact]
    public void A_diagnostic_is_printed_with_its_line_and_a_mark() => Format("""
        { "id": "w", "steps": [
          { "id": "s", "type": "foreach" }
        ] }
        """).ShouldBe("""
        test.workflow.json:2:24: error WK1018: There is no control step `foreach`.
          2 |   { "id": "s", "type": "foreach" }
            |                        ^^^^^^^^^
          Did you mean `forEach`?
        """.ReplaceLineEndings("\n"));

    [Fact]
    public void Tabs_become_blanks() => Format("{\t\"id\": 1, \"steps\": [] }").ShouldContain("| {   \"id\": 1, \"steps\": [] }\n    |           ^");

    [Fact]
    public void A_place_over_several_lines_is_marked_in_its_first_and_its_last() =>
        Format("{ \"steps\": [] ,\n\"name\": \"x\" }").ShouldContain("1 | { \"steps\": [] ,\n    | ^^^^^^^^^^^^^^^\n  2 | \"name\": \"x\" }\n    | ^^^^^^^^^^^^^");

    [Fact]
    public void What_lies_between_the_first_line_and_the_last_is_left_out() =>
        Format("{\n  \"steps\": [],\n  \"name\": \"x\"\n  }").ShouldContain("1 | {\n    | ^\n    | ...\n  4 |   }\n    |   ^");

    [Theory]
    [InlineData("漢字", 4)]
    [InlineData("한글", 4)]
    [InlineData("😀😀", 4)]
    [InlineData("ｆｕ", 4)]
    [InlineData("e\u0301e\u0301", 2)]
    [InlineData("éé", 2)]
    [InlineData("\u202Eab", 3)]
    public void The_mark_stands_below_the_place_whatever_stands_before_it(string text, int cells)
    {
        var printed = Format($$"""{ "x-{{text}}": 1, "oops": 1, "id": "w", "steps": [] }""");

        printed.Split('\n')[2].IndexOf('^').ShouldBe("    | { \"x-".Length + cells + "\": 1, ".Length);
        printed.ShouldNotContain('\u202E');
    }

    [Fact]
    public void Wide_characters_are_marked_over_their_whole_width() => Format("""{ "漢字": 1, "id": "w", "steps": [] }""").ShouldContain("|   ^^^^^^\n");

    [Fact]
    public void Half_a_character_is_shown_as_a_sign_for_it() => Format("{ \"id\": \"w\", \"steps\": [], \"name\": \"\ud83d\" }").ShouldContain("\"\uFFFD\"");

    [Fact]
    public void A_long_line_is_cut_on_both_sides()
    {
        var lines = Format($$"""{ "id": "w", "steps": [], "x-long": "{{new string('漢', 5000)}}", "oops": 1, "x-more": "{{new string('b', 5000)}}" }""").Split('\n');

        lines[1].ShouldContain("| …漢");
        lines[1].ShouldEndWith("…");
        lines[2].Length.ShouldBeLessThan(60);
    }

    [Fact]
    public void A_megabyte_in_one_line_takes_no_time()
    {
        var source = new SourceText(new string('漢', 1_000_000) + "!", "t.json");
        var diagnostic = new Diagnostic("WK1001", DiagnosticSeverity.Error, "Oops.", null, "", source.SpanOf(1_000_000, 1));

        var watch = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < 100; i++)
            DiagnosticFormatter.Format(diagnostic, source);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Where_there_is_no_hint_the_mending_is_told() =>
        DiagnosticFormatter.Format(
            new Diagnostic("WK1001", DiagnosticSeverity.Error, "Oops.", null, "", default) { Fix = new("Remove it", []) }, new SourceText("a", "t.json")).ShouldEndWith("\n  Remove it");

    [Fact]
    public void A_long_line_shows_the_part_around_the_place()
    {
        var printed = Format($$"""{ "id": "w", "steps": [], "x-long": "{{new string('a', 5000)}}", "oops": 1, "x-more": "{{new string('b', 5000)}}" }""");

        printed.Split('\n').ShouldAllBe(line => line.Length < 200);
        var lines = printed.Split('\n');
        lines[1].Substring(lines[2].IndexOf('^'), 6).ShouldBe("\"oops\"");
    }

    [Fact]
    public void A_place_at_the_end_of_the_text_is_marked() => Format("{").ShouldContain("1 | {\n    |  ^");

    [Fact]
    public void Several_stand_apart_by_an_empty_line()
    {
        var source = new SourceText("""{ "a": 1, "id": "w", "steps": [], "b": 2 }""", "test.workflow.json");

        DiagnosticFormatter.Format(WorkflowReader.Read(source).Diagnostics, source).Split("\n\n").Length.ShouldBe(2);
    }

    [Fact]
    public void A_place_outside_of_the_text_does_not_throw()
    {
        var diagnostic = new Diagnostic("WK1001", DiagnosticSeverity.Error, "Oops.", null, "", new SourceSpan(500, 3, 90, 1, 90, 4));

        DiagnosticFormatter.Format(diagnostic, new SourceText("a\n", "t.json")).ShouldStartWith("t.json:2:1: error WK1001: Oops.");
    }

    private static string Format(string text)
    {
        var source = new SourceText(text, "test.workflow.json");
        return DiagnosticFormatter.Format(WorkflowReader.Read(source).Diagnostics[0], source);
    }
}
