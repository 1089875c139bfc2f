using WorkflowKit.Schemas;

namespace WorkflowKit.Runtime.Tests.Schemas;

/// <summary>Patterns mean what ECMA-262 says, not what .NET would make of them.</summary>
public sealed class PatternTests
{
    [Theory]
    [InlineData("b", "abc", true)]
    [InlineData("^a$", "a\n", false)]
    [InlineData(@"^\d+$", "\u09EA\u09E8", false)]
    [InlineData(@"^\p{Nd}+$", "\u09EA\u09E8", true)]
    [InlineData(@"^\p{digit}+$", "42", true)]
    [InlineData(@"^\p{gc=Lu}$", "\u00C4", true)]
    [InlineData(@"^\P{L}$", "a", false)]
    [InlineData(@"^\w$", "\u00E9", false)]
    [InlineData(@"^\W$", "\u00E9", true)]
    [InlineData(@"^\s$", "\uFEFF", true)]
    [InlineData(@"^\s$", "\u180E", false)]
    [InlineData(@"^\S$", "\u2028", false)]
    [InlineData("^.$", "\u2028", false)]
    [InlineData("^.$", "\u0085", true)]
    [InlineData("^.$", "\U0001F432", true)]
    [InlineData("^\U0001F432*$", "\U0001F432\U0001F432", true)]
    [InlineData("^[\U0001F431-\U0001F433]$", "\U0001F432", true)]
    [InlineData("^[^a]$", "\U0001F432", true)]
    [InlineData(@"^\u{1F432}$", "\U0001F432", true)]
    [InlineData(@"^\ud83d\udc32$", "\U0001F432", true)]
    [InlineData(@"^\p{L}$", "\U0001D400", true)]
    [InlineData(@"^\cC$", "\u0003", true)]
    [InlineData(@"^\x41\0$", "A\0", true)]
    [InlineData(@"^[\b]$", "\b", true)]
    [InlineData(@"^[a\-z]$", "-", true)]
    [InlineData(@"\bcat\b", "a cat!", true)]
    [InlineData(@"\bcat", "\u00E9cat", true)]
    [InlineData("^(?=.*\\d)(?!.*x).{3,5}$", "ab1", true)]
    [InlineData("^(?=.*\\d)(?!.*x).{3,5}$", "ax1", false)]
    [InlineData(@"^(?<year>\d{4})-\k<year>$", "2026-2026", true)]
    [InlineData(@"^(a)?b\1$", "b", true)]
    [InlineData(@"^(a)?b\1$", "ab", false)]
    [InlineData("^(?:a|b)+?c{2}$", "abcc", true)]
    [InlineData("^[]$", "a", false)]
    [InlineData("^[^]$", "a", true)]
    [InlineData("^A$", "a", false)]
    public void A_pattern_matches(string pattern, string text, bool matches) =>
        JsonSchema.Compile($$"""{ "pattern": {{Json.Text(pattern).GetRawText()}} }""").IsValid(Json.Text(text)).ShouldBe(matches);

    [Theory]
    [InlineData("(abc")]
    [InlineData("abc)")]
    [InlineData("[a-")]
    [InlineData("[z-a]")]
    [InlineData(@"[\d-z]")]
    [InlineData("*a")]
    [InlineData("a**")]
    [InlineData("a{2,1}")]
    [InlineData("a{")]
    [InlineData("]")]
    [InlineData(@"\Z")]
    [InlineData(@"\a")]
    [InlineData(@"\1")]
    [InlineData(@"\k<x>")]
    [InlineData(@"\u12")]
    [InlineData(@"\p{Nope}")]
    [InlineData("(?<a>x)(?<a>y)")]
    [InlineData("(?#comment)")]
    [InlineData("(?>atomic)")]
    [InlineData("^*")]
    [InlineData("\\")]
    public void What_ECMA_262_refuses_is_refused_with_its_place(string pattern)
    {
        var text = Json.Text(pattern).GetRawText();

        var failure = Should.Throw<JsonSchemaException>(() => JsonSchema.Compile($$"""{ "items": { "pattern": {{text}} } }"""));

        failure.Pointer.ShouldBe("/items/pattern");
        JsonSchema.Compile("""{ "format": "regex" }""").IsValid(Json.Of(text)).ShouldBeFalse();
    }

    [Fact]
    public void A_property_without_a_table_is_a_valid_expression_but_cannot_be_matched()
    {
        JsonSchema.Compile("""{ "format": "regex" }""").IsValid(Json.Of("""  "\\p{Diacritic}"  """)).ShouldBeTrue();
        Should.Throw<JsonSchemaException>(() => JsonSchema.Compile("""{ "pattern": "\\p{Diacritic}" }""")).Message.ShouldContain("not supported");
    }

    [Fact]
    public void A_pattern_that_would_backtrack_for_ever_is_given_up()
    {
        var schema = JsonSchema.Compile("""{ "items": { "pattern": "^(?=a)(a|aa)+$" } }""");
        var bad = $"\"{new string('a', 60)}!\"";

        var result = schema.Validate(Json.Of($"[{string.Join(',', Enumerable.Repeat(bad, 100))}]"));

        result.Errors.ShouldHaveSingleItem().Message.ShouldContain("takes too long");
    }

    [Fact]
    public void The_same_pattern_without_look_ahead_runs_in_linear_time() =>
        JsonSchema.Compile("""{ "pattern": "^(a+)+$" }""").IsValid(Json.Of($"\"{new string('a', 50_000)}!\"")).ShouldBeFalse();

    [Fact]
    public void A_pattern_of_many_kilobytes_is_refused() =>
        Should.Throw<JsonSchemaException>(() => JsonSchema.Compile($$"""{ "pattern": "{{new string('a', 9000)}}" }"""))
            .Message.ShouldContain("longer than 8192 characters");
}
