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
        test.workflow.json(2,24): error WK1018: There is no control step `foreach`.
          2 |   { "id": "s", "type": "foreach" }
            |                        ^^^^^^^^^
          Did you mean `forEach`?
        """.ReplaceLineEndings("\n"));

    [Fact]
    public void Tabs_do_not_move_the_mark() => Format("{\t\"id\": 1, \"steps\": [] }").ShouldContain("| { \"id\": 1, \"steps\": [] }\n    |         ^");

    [Fact]
    public void A_place_over_several_lines_is_marked_in_its_first() =>
        Format("{ \"steps\": [] ,\n\"name\": \"x\" }").ShouldContain("1 | { \"steps\": [] ,\n    | ^^^^^^^^^^^^^^^\n");

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

        DiagnosticFormatter.Format(diagnostic, new SourceText("a\n", "t.json")).ShouldStartWith("t.json(2,1): error WK1001: Oops.");
    }

    private static string Format(string text)
    {
        var source = new SourceText(text, "test.workflow.json");
        return DiagnosticFormatter.Format(WorkflowReader.Read(source).Diagnostics[0], source);
    }
}
