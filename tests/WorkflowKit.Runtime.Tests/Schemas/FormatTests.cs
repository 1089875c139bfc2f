using WorkflowKit.Schemas;

namespace WorkflowKit.Runtime.Tests.Schemas;

public sealed class FormatTests
{
    [Theory]
    [InlineData("date", "2024-02-29", "2023-02-29")]
    [InlineData("time", "23:59:60Z", "12:00:00")]
    [InlineData("date-time", "2026-01-31T09:30:00.5+01:00", "2026-01-31 09:30:00Z")]
    [InlineData("duration", "P1DT12H", "PT1D")]
    [InlineData("email", "a.b@example.com", "a..b@example.com")]
    [InlineData("idn-email", "실례@실례.테스트", "2962")]
    [InlineData("hostname", "www.example.com", "-a.com")]
    [InlineData("hostname", "xn--ihqwcrb4cv8a8dqg056pqjye", "xn--X")]
    [InlineData("ipv4", "192.168.0.1", "192.168.0.01")]
    [InlineData("ipv6", "::ffff:192.168.0.1", "1::2::3")]
    [InlineData("uri", "https://user@example.com:8080/a?b#c", "//example.com")]
    [InlineData("uri-reference", "../a?b#c", "\\\\server\\share")]
    [InlineData("iri", "http://ƒøø.ßår/?∂éœ=πîx#πîüx", "http://2001:0db8:85a3:0000:0000:8a2e:0370:7334")]
    [InlineData("iri-reference", "âππ", "#ƒräg\\mênt")]
    [InlineData("uuid", "2eb8aa08-aa98-11ea-b4aa-73b441d16380", "2eb8aa08aa9811eab4aa73b441d16380")]
    [InlineData("uri-template", "http://example.com/{term:1}/{?q*,lang}", "http://example.com/{term")]
    [InlineData("json-pointer", "/a~1b/0", "/a~2")]
    [InlineData("relative-json-pointer", "1/foo", "01/a")]
    [InlineData("relative-json-pointer", "0#", "#")]
    [InlineData("regex", "([abc])+\\s+$", "^(abc]")]
    public void A_format_is_asserted(string format, string good, string bad)
    {
        var schema = JsonSchema.Compile($$"""{ "format": "{{format}}" }""");

        schema.IsValid(Json.Text(good)).ShouldBeTrue();
        schema.IsValid(Json.Text(bad)).ShouldBeFalse();
        schema.IsValid(Json.Of("12")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("실례.테스트", true)]
    [InlineData("a。b", true)]
    [InlineData("ßς་〇", true)]
    [InlineData("۽۾", true)]
    [InlineData("l·l", true)]
    [InlineData("α͵β", true)]
    [InlineData("א׳ב", true)]
    [InlineData("・ぁ", true)]
    [InlineData("۰0", true)]
    [InlineData("\u0915\u094D\u200D\u0937", true)]
    [InlineData("\u0628\u064A\u200C\u0628\u064A", true)]
    [InlineData("〮실례.테스트", false)]
    [InlineData("실〮례.테스트", false)]
    [InlineData("-> $1.00 <--", false)]
    [InlineData("XN--aa---o47jg78q", false)]
    [InlineData("-hello", false)]
    [InlineData("\u0903hello", false)]
    [InlineData("\u0300hello", false)]
    [InlineData("ـߺ", false)]
    [InlineData("a·l", false)]
    [InlineData("α͵S", false)]
    [InlineData("A׳ב", false)]
    [InlineData("def・abc", false)]
    [InlineData("\u0628\u0660\u06F0", false)]
    [InlineData("\u0915\u200D\u0937", false)]
    [InlineData("", false)]
    [InlineData("a..b", false)]
    public void An_international_host_name_follows_IDNA_2008(string name, bool valid) =>
        JsonSchema.Compile("""{ "format": "idn-hostname" }""").IsValid(Json.Text(name)).ShouldBe(valid);

    [Fact]
    public void An_unknown_format_is_a_note() =>
        JsonSchema.Compile("""{ "format": "colour" }""").IsValid(Json.Of("\"x\"")).ShouldBeTrue();

    [Fact]
    public void Formats_can_be_left_unasserted() =>
        JsonSchema.Compile("""{ "format": "date" }""", new() { AssertFormats = false }).IsValid(Json.Of("\"x\"")).ShouldBeTrue();
}
