using WorkflowKit.Schemas;

namespace WorkflowKit.Runtime.Tests.Schemas;

public sealed class NumberTests
{
    [Theory]
    [InlineData("1.0", true)]
    [InlineData("1e3", true)]
    [InlineData("10e-1", true)]
    [InlineData("12345678901234567890123456789012345678901234567890", true)]
    [InlineData("1e400", true)]
    [InlineData("0.1", false)]
    [InlineData("1e-400", false)]
    [InlineData("12345678901234567890123456789012345678901234567890.5", false)]
    public void A_whole_number_is_one_by_value(string number, bool whole) =>
        JsonSchema.Compile("""{ "type": "integer" }""").IsValid(Json.Of(number)).ShouldBe(whole);

    [Theory]
    [InlineData("0.01", "19.99", true)]
    [InlineData("0.1", "0.3", true)]
    [InlineData("0.3", "1", false)]
    [InlineData("1e-8", "12391239123", true)]
    [InlineData("7", "1e999999999", false)]
    [InlineData("2", "1e999999999", true)]
    [InlineData("1e999999999", "7", false)]
    public void Multiples_are_exact(string divisor, string number, bool multiple) =>
        JsonSchema.Compile($$"""{ "multipleOf": {{divisor}} }""").IsValid(Json.Of(number)).ShouldBe(multiple);

    [Theory]
    [InlineData("18446744073709551615", "18446744073709551615", true)]
    [InlineData("18446744073709551615", "18446744073709551616", false)]
    [InlineData("0.10000000000000000000000000000000000001", "0.1", true)]
    [InlineData("0.1", "0.10000000000000000000000000000000000001", false)]
    [InlineData("-1e30", "-1e31", true)]
    [InlineData("1e999999999999999999999", "1e5", true)]
    [InlineData("0", "-0.0", true)]
    public void Limits_are_exact(string maximum, string number, bool within) =>
        JsonSchema.Compile($$"""{ "maximum": {{maximum}} }""").IsValid(Json.Of(number)).ShouldBe(within);

    [Theory]
    [InlineData("100", "1e2")]
    [InlineData("0.5", "5e-1")]
    [InlineData("1000000000000000000000000000000", "1.0e30")]
    [InlineData("0", "-0")]
    public void Numbers_of_one_value_are_equal(string constant, string number)
    {
        JsonSchema.Compile($$"""{ "const": {{constant}} }""").IsValid(Json.Of(number)).ShouldBeTrue();
        JsonSchema.Compile("""{ "uniqueItems": true }""").IsValid(Json.Of($"[1,2,3,4,5,6,7,8,9,{constant},{number}]")).ShouldBeFalse();
    }
}
