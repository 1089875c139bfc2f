using WorkflowKit.CelSyntax;

namespace WorkflowKit.Tests.CelTests.Syntax;

public sealed class SyntaxErrorTests
{
    [Theory]
    [InlineData("a = 1", "=", "WK2001 `=` is not expected here. Write `==` to compare.")]
    [InlineData("a & b", "&", "WK2001 `&` is not expected here. Write `&&` for \"and\".")]
    [InlineData("a and b", "and", "WK2001 `and` is not expected here. Write `&&` for \"and\".")]
    [InlineData("a b", "b", "WK2001 `b` is not expected here. Between two values stands an operator such as `+`, `==` or `&&`.")]
    [InlineData("1 +", "", "WK2001 The end of the expression is not expected here. Something is missing at the end.")]
    [InlineData("(1 + 2", "", "WK2001 The end of the expression is not expected here. Close it with `)`.")]
    [InlineData("a)", ")", "WK2001 `)` is not expected here. It closes nothing, or a value is missing before it.")]
    [InlineData("[1, 2", "", "WK2001 The end of the expression is not expected here. Items of a list are parted by commas, and the list is closed with `]`.")]
    [InlineData("a ? b", "", "WK2001 The end of the expression is not expected here. A condition is written `condition ? value : otherValue`.")]
    [InlineData("'abc", "'abc", "WK2002 The text has no closing quote. Close it with '; a quote inside it is written `\\'`.")]
    [InlineData("'a\\qb'", "\\", "WK2002 `\\q` is not an escape. Write `\\\\` for a backslash, or a raw string: `r'...'`.")]
    [InlineData("9223372036854775808", "9223372036854775808", "WK2002 This number is larger than an int can hold.")]
    [InlineData("30s", "30s", "WK2002 A number cannot be followed by a letter. Names begin with a letter; units are written as text, such as `duration('30s')`.")]
    [InlineData("if (a) b", "if", "WK2005 `if` is a reserved word and cannot be a name. A condition is written `condition ? value : otherValue`.")]
    [InlineData("has(a)", "a", "WK2006 `has` tests whether a member is there. Write `has(value.member)`.")]
    [InlineData("a.map(1, 2)", "1", "WK2006 A name for the value is expected here. Write a plain name, as in `list.map(item, item.name)`.")]
    [InlineData("a.all(x, x, true)", "x", "WK2006 `x` names two values. Give each its own name.")]
    [InlineData("  ", "  ", "WK2007 There is no expression here. Write one, such as `inputs.name`.")]
    [InlineData("a ? .b : c : d", ":", "WK2001 `:` is not expected here. A value is missing before it.")]
    [InlineData("“a”", "“", "WK2001 `“` is not expected here. Write text between straight quotes: `'text'`.")]
    public void What_is_wrong_is_told_with_its_place_and_its_mending(string text, string at, string expected)
    {
        var issue = CelParser.Parse(text).Issue.ShouldNotBeNull();

        Sample.Describe(issue).ShouldBe(expected);
        text.Substring(issue.Range.Start, issue.Range.Length).ShouldStartWith(at);
    }

    [Theory]
    [InlineData("(", ")", 10_000)]
    [InlineData("(", ")", 100)]
    [InlineData("[", "]", 100)]
    [InlineData("!", "", 4_000)]
    [InlineData("-", "", 100)]
    [InlineData("f(", ")", 100)]
    [InlineData("a ? b : ", "", 100)]
    [InlineData("a[", "]", 100)]
    public void Nesting_has_a_limit_and_never_exhausts_the_stack(string open, string close, int count)
    {
        var text = string.Concat(Enumerable.Repeat(open, count)) + "a" + string.Concat(Enumerable.Repeat(close, count));

        var issue = CelParser.Parse(text).Issue.ShouldNotBeNull();

        issue.Descriptor.Code.ShouldBe(text.Length > 8192 ? "WK2003" : "WK2004");
    }

    [Fact]
    public void A_chain_of_members_has_the_same_limit() =>
        CelParser.Parse("a" + string.Concat(Enumerable.Repeat(".a", 100))).Issue!.Descriptor.Code.ShouldBe("WK2004");

    [Fact]
    public void No_text_makes_the_parser_fail()
    {
        var pieces = new[] { "a", ".", "?", "[", "]", "(", ")", "{", "}", ":", ",", "'", "\"", "\\", "1", "0x", "e", "u", "&&", "||", "!", "-", "in", "b'", "r\"", "`", "$", "\ud800", "\n", "//" };
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => pieces[random.Next(pieces.Length)]));
            var result = CelParser.Parse(text);
            if (result.Issue is { } issue)
                (issue.Range.Start >= 0 && issue.Range.End <= text.Length).ShouldBeTrue(text);
        }
    }
}
