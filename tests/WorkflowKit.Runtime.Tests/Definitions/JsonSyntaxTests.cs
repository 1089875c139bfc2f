using WorkflowKit.Definitions;

namespace WorkflowKit.Tests.Definitions;

public class JsonSyntaxTests
{
    [Theory]
    [InlineData("", "(1,1)", "There is no text.")]
    [InlineData("  \n ", "(2,2)", "There is no text.")]
    [InlineData("// only a comment", "(1,18)", "There is no text.")]
    [InlineData("{ \"id\": \"w\", \"steps\": []", "(1,25)", "The object that begins in line 1 is never closed.")]
    [InlineData("{ \"id\": \"w\", \"steps\": [\n", "(2,1)", "The array that begins in line 1 is never closed.")]
    [InlineData("{ \"id\": \"w", "(1,9)", "This string is never closed.")]
    [InlineData("{ \"id", "(1,3)", "This string is never closed.")]
    [InlineData("{ \"id\"", "(1,7)", "The object that begins in line 1 is never closed.")]
    [InlineData("{ \"id\": ", "(1,9)", "The object that begins in line 1 is never closed.")]
    [InlineData("{ \"id\": \"w\", ", "(1,14)", "The object that begins in line 1 is never closed.")]
    [InlineData("{ \"id\": w }", "(1,9)", "`w` is no JSON value.")]
    [InlineData("{ \"id\": 01 }", "(1,9)", "`01` is no JSON number.")]
    [InlineData("{ \"id\": +1 }", "(1,9)", "`+1` is no JSON number.")]
    [InlineData("{ \"id\": }", "(1,8)", "The member has no value.")]
    [InlineData("{ id: 1 }", "(1,3)", "The member name `id` has no quotes.")]
    [InlineData("{ \"id\": 1 ]", "(1,11)", "`]` cannot close the object that begins in line 1.")]
    [InlineData("[ }", "(1,3)", "`}` cannot close the array that begins in line 1.")]
    [InlineData("{ ] }", "(1,3)", "`]` cannot close the object that begins in line 1.")]
    [InlineData("} ", "(1,1)", "`}` has no meaning here.")]
    [InlineData("{ \0 }", "(1,3)", "`U+0000` has no meaning here.")]
    [InlineData("{ /* for ever }", "(1,3)", "This comment is never closed.")]
    public void A_syntax_error_says_what_and_where(string text, string place, string message)
    {
        var diagnostic = Read.Text(text).Diagnostics.First(one => one.Code == "WK1001");

        diagnostic.Message.ShouldBe(message);
        diagnostic.Span.ToString().ShouldBe(place);
        diagnostic.Hint.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("{ \"id\": \"w\"\n\"steps\": [] }", "(1,12)", "A comma is missing here, before `\"`.")]
    [InlineData("{ \"id\": \"w\", \"steps\": [], }", "(1,25)", "There is a comma before `}`, but nothing follows it.")]
    [InlineData("{ \"id\": \"w\",, \"steps\": [] }", "(1,13)", "There is a comma too many.")]
    [InlineData("{, \"id\": \"w\", \"steps\": [] }", "(1,2)", "There is a comma too many.")]
    [InlineData("{ \"id\": \"w\"; \"steps\": [] }", "(1,12)", "`;` stands where a comma belongs.")]
    [InlineData("{ \"id\" \"w\", \"steps\": [] }", "(1,7)", "A colon is missing after this member's name.")]
    [InlineData("{ \"id\" = \"w\", \"steps\": [] }", "(1,8)", "`=` stands where a colon belongs.")]
    [InlineData("{ 'id': \"w\", \"steps\": [] }", "(1,3)", "Single quotes are no quotes in JSON.")]
    [InlineData("{ \"id\": 'w', \"steps\": [] }", "(1,9)", "Single quotes are no quotes in JSON.")]
    [InlineData("{ \"id\": \"w\", \"steps\": [], \"x-a\": True }", "(1,34)", "`True` is no JSON value.")]
    [InlineData("{ \"id\": \"w\", \"steps\": [], \"x-a\": \"a\tb\" }", "(1,36)", "The control character U+0009 cannot stand in a string.")]
    [InlineData("{ \"id\": \"w\", \"steps\": [], \"x-a\": \"\\d\" }", "(1,35)", "`\\d` is no escape.")]
    [InlineData("{ \"id\": \"w\", \"steps\": [], \"x-a\": \"\\u00g0\" }", "(1,35)", "`\\u` needs four hexadecimal digits.")]
    [InlineData("{ \"id\": \"w,\n \"steps\": [] }", "(1,9)", "This string is never closed.")]
    [InlineData("{ \"id\": \"w\", \"x-a\": \"b\n, \"steps\": [] }", "(1,21)", "This string is never closed.")]
    public void A_slip_is_reported_alone_and_the_rest_is_read(string text, string place, string message)
    {
        var result = Read.Text(text);

        var diagnostic = result.Diagnostics.ShouldHaveSingleItem();
        (diagnostic.Code, diagnostic.Span.ToString(), diagnostic.Message).ShouldBe(("WK1001", place, message));
        result.Definition!.Id.ShouldBe("w");
        result.Definition.Source.Text.ShouldBe(text);
    }

    [Fact]
    public void Several_slips_are_all_found_and_hide_no_other_mistake()
    {
        const string text = """
            {
              "id": "w"
              "steps": [
                { "id": "a", "type": "a.b", },
                { "id": "a" "typ": "a.b" }
              ],
            }
            """;

        Read.Text(text).Diagnostics.Select(one => $"{one.Span} {one.Code}").ShouldBe(
            ["(2,12) WK1001", "(4,31) WK1001", "(5,13) WK1010", "(5,16) WK1001", "(5,17) WK1006", "(6,4) WK1001"]);
    }

    [Fact]
    public void Text_behind_the_end_is_an_error()
    {
        var diagnostic = Read.Single("""{ "id": "w", "steps": [] } { "id": 1 }""");

        diagnostic.Message.ShouldBe("The definition has ended, but there is more text.");
        diagnostic.Span.Column.ShouldBe(28);
    }

    [Fact]
    public void What_stands_before_an_error_is_read()
    {
        var result = Read.Text("""{ "id": "w", "steps": [{ "id": "s", "type": "forEach", "items": "[1]", "as": @""");

        result.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("WK1001");
        result.Definition!.Steps.ShouldHaveSingleItem().ShouldBeOfType<ForEachDefinition>().Items.Text.ShouldBe("[1]");
    }

    [Fact]
    public void Endless_slips_end()
    {
        var result = Read.Text("[" + string.Concat(Enumerable.Repeat("1 ", 10_000)));

        result.Diagnostics.Count.ShouldBeInRange(1, 30);
    }

    [Fact]
    public void Nesting_without_end_is_a_diagnostic()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 100_000));

        Read.Text($$"""{ "id": "w", "steps": [], "x-deep": {{deep}}""").Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("WK1003");
    }

    [Theory]
    [InlineData("\"<D800>\"")]
    [InlineData("\"a<DC00>b\"")]
    [InlineData(@"""\ud800""")]
    [InlineData(@"""\udc00\ud800""")]
    public void Half_a_surrogate_pair_is_a_diagnostic(string value)
    {
        // An attribute cannot hold such a character itself.
        value = value.Replace("<D800>", "\ud800", StringComparison.Ordinal).Replace("<DC00>", "\udc00", StringComparison.Ordinal);

        var result = Read.Text($$"""{ "id": "w", "steps": [], "outputs": {{value}}, "name": "ü" }""");

        result.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("WK1004");
        result.Definition!.Outputs!.Text.ShouldContain('\uFFFD');
        result.Definition.Name.ShouldBe("ü");
    }
}
