using WorkflowKit.Expressions;

namespace WorkflowKit.Runtime.Tests.Expressions;

public sealed class StringFunctionTests
{
    [Theory]
    [InlineData("A", 1)]
    [InlineData("πέντε", 5)]
    [InlineData("a😀b", 3)]
    [InlineData("", 0)]
    public void Size_counts_code_points(string text, long expected)
    {
        Cel.Size(text).ShouldBe(expected);
        Cel.Size(Cel.Of(text)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("a😀b", 0, "a")]
    [InlineData("a😀b", 1, "😀")]
    [InlineData("a😀b", 2, "b")]
    [InlineData("a😀b", 3, "")]
    public void CharAt_reads_one_character(string text, long position, string expected) => Cel.CharAt(text, position).ShouldBe(expected);

    [Theory]
    [InlineData("tacocat", "", 0, 0)]
    [InlineData("tacocat", "ac", 0, 1)]
    [InlineData("tacocat", "", 3, 3)]
    [InlineData("ta😀o😀αT", "😀", 3, 4)]
    [InlineData("ta😀o😀αT", "😀α", 5, -1)]
    [InlineData("abc", "", 3, 3)]
    public void IndexOf_finds_the_first_from_a_position(string text, string part, long from, long expected)
        => Cel.IndexOf(Cel.Of(text), Cel.Of(part), Cel.Of(from)).ShouldBe(expected);

    [Theory]
    [InlineData("tacocat", "", 7, 7)]
    [InlineData("tacocat", "", 3, 3)]
    [InlineData("tacocat", "a", 3, 1)]
    [InlineData("ta😀o😀αT", "😀", 3, 2)]
    [InlineData("bananananana", "nana", 7, 6)]
    [InlineData("hello wello", "elbo room!!!", 3, -1)]
    public void LastIndexOf_finds_the_last_up_to_a_position(string text, string part, long upTo, long expected)
        => Cel.LastIndexOf(Cel.Of(text), Cel.Of(part), Cel.Of(upTo)).ShouldBe(expected);

    [Fact]
    public void LastIndexOf_without_a_position_searches_all()
    {
        Cel.LastIndexOf("tacocat", "").ShouldBe(7);
        Cel.LastIndexOf("😀a😀", "😀").ShouldBe(2);
        Cel.LastIndexOf("abc", "d").ShouldBe(-1);
    }

    [Theory]
    [InlineData("a😀bc", 1, 3, "😀b")]
    [InlineData("tacocat", 4, 4, "")]
    [InlineData("tacocat", 0, 7, "tacocat")]
    public void Substring_cuts_by_code_points(string text, long from, long to, string expected) => Cel.Substring(text, from, to).ShouldBe(expected);

    [Fact]
    public void Positions_outside_the_text_are_errors()
    {
        Should.Throw<CelException>(() => Cel.CharAt("tacocat", 30)).Message.ShouldBe(
            "Position 30 is outside the text, which has 7 characters; positions count from 0.");
        Should.Throw<CelException>(() => Cel.IndexOf("a", "a", -1)).Kind.ShouldBe(CelErrorKind.IndexOutOfBounds);
        Should.Throw<CelException>(() => Cel.LastIndexOf("a", "a", 2)).Kind.ShouldBe(CelErrorKind.IndexOutOfBounds);
        Should.Throw<CelException>(() => Cel.Substring("tacocat", 1, 50)).Kind.ShouldBe(CelErrorKind.IndexOutOfBounds);
        Should.Throw<CelException>(() => Cel.Substring("tacocat", 3, 2)).Message.ShouldBe("substring() cannot begin at 3 and end before it, at 2.");
    }

    [Theory]
    [InlineData("ababa", "a", "x", -1, "xbxbx")]
    [InlineData("ababa", "a", "x", 2, "xbxba")]
    [InlineData("ababa", "a", "x", 0, "ababa")]
    [InlineData("a😀", "", "-", -1, "-a-😀-")]
    [InlineData("ab", "", "-", 2, "-a-b")]
    public void Replace_takes_a_limit(string text, string part, string by, long limit, string expected)
        => Cel.Replace(text, part, by, limit).ShouldBe(expected);

    [Theory]
    [InlineData("a,b,c", ",", -1, "a|b|c")]
    [InlineData("a,b,c", ",", 2, "a|b,c")]
    [InlineData("a,b,c", ",", 1, "a,b,c")]
    [InlineData("a,b,c", ",", 0, "")]
    [InlineData("a😀b", "", -1, "a|😀|b")]
    [InlineData("a😀b", "", 2, "a|😀b")]
    public void Split_takes_a_limit(string text, string separator, long limit, string expected)
        => string.Join("|", Cel.Split(text, separator, limit)).ShouldBe(expected);

    [Fact]
    public void Other_changes_of_text()
    {
        Cel.LowerAscii("TacoCÆt").ShouldBe("tacocÆt");
        Cel.UpperAscii("tacoCαt").ShouldBe("TACOCαT");
        Cel.Trim("\u0085\u00a0 text\u3000").ShouldBe("text");
        Cel.Trim("\u180etext\u200b").ShouldBe("\u180etext\u200b");
        Cel.Reverse("Ta😀o").ShouldBe("o😀aT");
        Cel.Join(["x", "y"], "-").ShouldBe("x-y");
        Cel.Join(CelValue.List()).ShouldBe("");
        Cel.StringsQuote("a\"b\\\n\U0001F431").ShouldBe("""
            "a\"b\\\n🐱"
            """);
        Cel.Contains("Straße", "aß").ShouldBeTrue();
        Cel.StartsWith("foobar", "").ShouldBeTrue();
        Cel.EndsWith("forté", "té").ShouldBeTrue();
    }

    [Fact]
    public void Other_types_are_refused()
    {
        Should.Throw<CelException>(() => Cel.Contains(Cel.Of("a"), Cel.Of(1))).Message.ShouldBe("contains() does not work on the whole number 1; it takes text.");
        Should.Throw<CelException>(() => Cel.Substring(Cel.Of("a"), Cel.Of(true))).Kind.ShouldBe(CelErrorKind.NoSuchOverload);
        Should.Throw<CelException>(() => Cel.Join(CelValue.List(Cel.Of(1)))).Kind.ShouldBe(CelErrorKind.NoSuchOverload);
        Should.Throw<CelException>(() => Cel.Size(Cel.Of(1))).Kind.ShouldBe(CelErrorKind.NoSuchOverload);
    }
}
