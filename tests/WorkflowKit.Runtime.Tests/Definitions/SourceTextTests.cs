using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;

namespace WorkflowKit.Tests.Definitions;

public class SourceTextTests
{
    [Fact]
    public void Lines_end_at_all_three_line_breaks()
    {
        var source = new SourceText("a\nb\r\nc\rd", "x.json");

        source.LineCount.ShouldBe(4);
        source.LineAt(1).ToString().ShouldBe("a");
        source.LineAt(2).ToString().ShouldBe("b");
        source.LineAt(3).ToString().ShouldBe("c");
        source.LineAt(4).ToString().ShouldBe("d");
    }

    [Fact]
    public void A_span_counts_lines_and_columns_from_one() =>
        new SourceText("ab\ncd", "x.json").SpanOf(1, 3).ShouldBe(new SourceSpan(1, 3, 1, 2, 2, 2));

    [Fact]
    public void A_span_outside_of_the_text_is_cut_off() =>
        new SourceText("ab", "x.json").SpanOf(1, 50).ShouldBe(new SourceSpan(1, 1, 1, 2, 1, 3));

    [Fact]
    public void An_empty_text_has_one_line() => new SourceText("", "x.json").LineCount.ShouldBe(1);

    [Fact]
    public void A_line_that_is_not_there_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new SourceText("a", "x.json").LineAt(2).ToString());

    [Fact]
    public void The_hash_is_of_the_utf8_text() =>
        new SourceText("é", "x.json").Hash.ShouldBe("4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c");
}
