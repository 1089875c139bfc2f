using WorkflowKit.Expressions;

namespace WorkflowKit.Runtime.Tests.Expressions;

public sealed class RegexTests
{
    [Theory]
    [InlineData("hubba", "ubb", true)]
    [InlineData("", "foo|bar", false)]
    [InlineData("cows", "", true)]
    [InlineData("grey", "^gr(a|e)y$", true)]
    [InlineData("line\n", "line$", false)]
    [InlineData("a\nb", "(?m)a$", true)]
    [InlineData("a\nb", "a.b", false)]
    [InlineData("a\nb", "(?s)a.b", true)]
    [InlineData("٣", @"\d", false)]
    [InlineData("é", @"\w", false)]
    [InlineData("x-1", "^[[:alpha:]]-[[:digit:]]$", true)]
    [InlineData("[", "[[]", true)]
    [InlineData("]", "[]]", true)]
    [InlineData("é", @"^\pL$", true)]
    [InlineData("a.b", @"^\Qa.b\E$", true)]
    [InlineData("😀", @"\x{1F600}", true)]
    [InlineData("a b", @"^[\w\s]+$", true)]
    public void Matches_follows_RE2(string text, string pattern, bool expected)
    {
        Cel.Matches(text, pattern).ShouldBe(expected);
        Cel.Matches(Cel.Of(text), Cel.Of(pattern)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("(")]
    [InlineData(@"(a)\1")]
    [InlineData("(?=a)")]
    public void Patterns_beyond_RE2_are_bad_arguments(string pattern)
        => Should.Throw<CelException>(() => Cel.Matches("a", pattern)).Kind.ShouldBe(CelErrorKind.BadArgument);

    [Fact]
    public void A_hostile_pattern_ends_soon() => Cel.Matches(new string('a', 50_000) + "b", "^(a+)+$").ShouldBeFalse();

    [Fact]
    public void Extractions_give_the_match_or_its_group()
    {
        Cel.RegexExtract("order A-17 and A-18", "A-[0-9]+").ShouldBe("A-17");
        Cel.RegexExtract("order A-17", "A-(?P<number>[0-9]+)").ShouldBe("17");
        Cel.RegexExtract("none", "[0-9]").ShouldBeNull();
        Cel.RegexExtract(Cel.Of("none"), Cel.Of("[0-9]")).ShouldBe(CelValue.None);
        Cel.RegexExtract(Cel.Of("a1"), Cel.Of("[0-9]")).ShouldBe(CelValue.Some(Cel.Of("1")));
        Cel.RegexExtractAll("A-17, A-18", "A-([0-9]+)").ShouldBe(["17", "18"]);
        Should.Throw<CelException>(() => Cel.RegexExtract("ab", "(a)(b)")).Kind.ShouldBe(CelErrorKind.BadArgument);
    }

    [Fact]
    public void Replacements_may_name_groups()
    {
        Cel.RegexReplace("ann bob", "(\\w+) (\\w+)", "\\2 \\1 \\\\").ShouldBe("bob ann \\");
        Cel.RegexReplace("aaa", "a", "b", 2).ShouldBe("bba");
        Cel.RegexReplace("aaa", "a", "b", 0).ShouldBe("aaa");
        Cel.RegexReplace("a$1", "a", "$1").ShouldBe("$1$1");
        Should.Throw<CelException>(() => Cel.RegexReplace("a", "a", "\\1")).Kind.ShouldBe(CelErrorKind.BadArgument);
        Should.Throw<CelException>(() => Cel.RegexReplace("a", "a", "\\n")).Kind.ShouldBe(CelErrorKind.BadArgument);
    }
}
