using WorkflowKit.CelSyntax;

namespace WorkflowKit.Tests.CelTests.Syntax;

public sealed class ParserTests
{
    [Theory]
    [InlineData("1 + 2 * 3 - 4", "(- (+ 1 (* 2 3)) 4)")]
    [InlineData("a || b && c == d", "(|| a (&& b (== c d)))")]
    [InlineData("a ? b : c ? d : e", "(? a b (? c d e))")]
    [InlineData("!a.b && -c < 3", "(&& (! a.b) (< (- c) 3))")]
    [InlineData("!!a", "(! (! a))")]
    [InlineData("-(-1)", "(- -1)")]
    [InlineData("- 1 - -2", "(- -1 -2)")]
    [InlineData("a in [1, 2] == true", "(== (in a [1, 2]) true)")]
    [InlineData("(a + b) * c", "(* (+ a b) c)")]
    public void Operators_bind_as_they_do_in_the_specification(string text, string tree) => Tree(text).ShouldBe(tree);

    [Theory]
    [InlineData("a.b[0].c('x')", "a.b[0].c('x')")]
    [InlineData("a.?b[?'c'].d", "a.?b[?'c'].d")]
    [InlineData("a.`b-c`", "a.b-c")]
    [InlineData("a.if.return", "a.if.return")]
    [InlineData(".a", ".a")]
    [InlineData("[1, ?a, 3,]", "[1, ?a, 3]")]
    [InlineData("{'a': 1, ?'b': c}", "{'a': 1, ?'b': c}")]
    [InlineData("f(1)(2)", null)]
    [InlineData("// first\n1 // second", "1")]
    public void Members_items_lists_and_maps_are_read(string text, string? tree)
    {
        if (tree is null)
            CelParser.Parse(text).Issue.ShouldNotBeNull();
        else
            Tree(text).ShouldBe(tree);
    }

    [Theory]
    [InlineData("0x1F", "31")]
    [InlineData("-9223372036854775808", "-9223372036854775808")]
    [InlineData("7u", "7u")]
    [InlineData("0xFFFFFFFFFFFFFFFFu", "18446744073709551615u")]
    [InlineData("1.5e3", "1500.0")]
    [InlineData(".5", "0.5")]
    [InlineData("'a\\'b'", "'a'b'")]
    [InlineData("\"\\u0041\\x41\\101\\U0001F600\"", "'AAA😀'")]
    [InlineData("r'\\n'", "'\\n'")]
    [InlineData("'''a\n'b'''", "'a\n'b'")]
    [InlineData("b'\\xff\\101é'", "bFF41C3A9")]
    [InlineData("rb'\\x'", "b5C78")]
    [InlineData("\"\"", "''")]
    public void Literals_have_their_values(string text, string tree) => Tree(text).ShouldBe(tree);

    [Theory]
    [InlineData("has(a.b)", "has(a.b)")]
    [InlineData("a.all(x, x > 1)", "a.All(x, (> x 1))")]
    [InlineData("a.exists_one(x, x)", "a.ExistsOne(x, x)")]
    [InlineData("a.map(x, x > 1, x * 2)", "a.Map(x, (> x 1), (* x 2))")]
    [InlineData("a.exists(i, x, i == x)", "a.Exists(i, x, (== i x))")]
    [InlineData("a.transformMap(k, v, v > 1, v)", "a.TransformMap(k, v, (> v 1), v)")]
    [InlineData("cel.bind(x, 1, x + x)", "bind(x, 1, (+ x x))")]
    [InlineData("a.optMap(x, x.b)", "a.optMap(x, x.b)")]
    [InlineData("a.filter(x)", "a.filter(x)")]
    public void Macros_are_nodes_of_their_own(string text, string tree) => Tree(text).ShouldBe(tree);

    [Fact]
    public void A_long_row_of_conditions_is_not_deep()
    {
        var text = string.Join(" || ", Enumerable.Range(0, 500).Select(i => $"a == {i}"));

        CelParser.Parse(text).Root.Depth.ShouldBeLessThan(16);
    }

    private static string Tree(string text)
    {
        var result = CelParser.Parse(text);
        result.Issue.ShouldBeNull();
        return Dump.Of(result.Root);
    }
}
