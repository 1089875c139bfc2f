using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using WorkflowKit.Schemas;

namespace WorkflowKit.Runtime.Tests.Steps;

/// <summary>The JSON Schema of a step's input says what its class says: types, what must be there, what may be null, words for people, rules.</summary>
public sealed class StepSchemaTests
{
    public enum Colour
    {
        Red,
        [JsonStringEnumMemberName("dark-blue")]
        DarkBlue,
    }

    public sealed record Many(
        string Text, string? MaybeText, int Whole, int? MaybeWhole, long Long, double Real, decimal Exact, bool Flag, Guid Id, DateTimeOffset At, DateOnly Day, TimeSpan Span,
        Uri Link, Colour Colour, Colour? MaybeColour, IReadOnlyList<string> Texts, Dictionary<string, int> Counts, JsonElement? Any, byte[] Bytes, Inner Inner, int WithDefault = 7);

    public sealed record Inner([property: Description("The inner text.")] string Text);

    public sealed class Annotated
    {
        [Display(Name = "Title", Description = "For people."), StringLength(20, MinimumLength = 2)]
        public required string Titled { get; init; }

        [DisplayName("Amount"), Range(1.5, 10)]
        public double Amount { get; init; }

        [Range(typeof(decimal), "0", "1", MinimumIsExclusive = true)]
        public decimal Share { get; init; }

        [Length(1, 3)]
        public IReadOnlyList<int> Few { get; init; } = [];

        [MinLength(2), MaxLength(4)]
        public string Short { get; init; } = "";

        [RegularExpression("[a-z]+")]
        public string Lower { get; init; } = "";

        [AllowedValues("a", "b")]
        public string Choice { get; init; } = "a";

        [DeniedValues(0)]
        public int NotZero { get; init; } = 1;

        [EmailAddress]
        public string? Mail { get; init; }

        [Url]
        public string? Site { get; init; }

        [DataType(DataType.Password)]
        public string? Secret { get; init; }

        [DefaultValue(3)]
        public int Tries { get; init; } = 3;

        [Required]
        public string? Needed { get; init; }

        [Obsolete("Use Titled.")]
        public string? Old { get; init; }

        [JsonPropertyName("other-name")]
        public string? Renamed { get; init; }

        [JsonIgnore]
        public string? Hidden { get; init; }
    }

    [Step("test.many")]
    public sealed class ManyStep : IStep<Annotated, Many>
    {
        public ValueTask<Many> ExecuteAsync(Annotated input, StepContext context, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    private static readonly StepDescriptor Step = new StepCatalogue([StepRegistration.Of<ManyStep, Annotated, Many>()]).Steps[0];

    [Theory]
    [InlineData("text", """{"type":"string"}""")]
    [InlineData("maybeText", """{"type":["string","null"]}""")]
    [InlineData("whole", """{"type":"integer"}""")]
    [InlineData("maybeWhole", """{"type":["integer","null"]}""")]
    [InlineData("exact", """{"type":"number"}""")]
    [InlineData("flag", """{"type":"boolean"}""")]
    [InlineData("id", """{"type":"string","format":"uuid"}""")]
    [InlineData("at", """{"type":"string","format":"date-time"}""")]
    [InlineData("day", """{"type":"string","format":"date"}""")]
    [InlineData("link", """{"type":"string","format":"uri-reference"}""")]
    [InlineData("colour", """{"enum":["Red","dark-blue"]}""")]
    [InlineData("maybeColour", """{"enum":["Red","dark-blue",null]}""")]
    [InlineData("texts", """{"type":"array","items":{"type":"string"}}""")]
    [InlineData("counts", """{"type":"object","additionalProperties":{"type":"integer"}}""")]
    [InlineData("any", "true")]
    [InlineData("withDefault", """{"type":"integer","default":7}""")]
    public void A_type_of_NET_is_a_type_of_the_schema(string member, string schema) =>
        JsonNode.DeepEquals(JsonNode.Parse(Step.OutputSchema.GetProperty("properties").GetProperty(member).GetRawText()), JsonNode.Parse(schema))
            .ShouldBeTrue(Step.OutputSchema.GetProperty("properties").GetProperty(member).GetRawText());

    [Theory]
    [InlineData("titled", """{"type":"string","title":"Title","description":"For people.","minLength":2,"maxLength":20}""")]
    [InlineData("amount", """{"type":"number","title":"Amount","minimum":1.5,"maximum":10}""")]
    [InlineData("share", """{"type":"number","exclusiveMinimum":0,"maximum":1}""")]
    [InlineData("few", """{"type":"array","items":{"type":"integer"},"minItems":1,"maxItems":3}""")]
    [InlineData("short", """{"type":"string","minLength":2,"maxLength":4}""")]
    [InlineData("lower", """{"type":"string","pattern":"^(?:[a-z]+)$"}""")]
    [InlineData("choice", """{"type":"string","enum":["a","b"]}""")]
    [InlineData("notZero", """{"type":"integer","not":{"enum":[0]}}""")]
    [InlineData("mail", """{"type":["string","null"],"format":"email"}""")]
    [InlineData("site", """{"type":["string","null"],"format":"uri"}""")]
    [InlineData("secret", """{"type":["string","null"],"format":"password"}""")]
    [InlineData("tries", """{"type":"integer","default":3}""")]
    [InlineData("needed", """{"type":["string","null"],"minLength":1}""")]
    [InlineData("old", """{"type":["string","null"],"deprecated":true}""")]
    [InlineData("other-name", """{"type":["string","null"]}""")]
    public void An_attribute_is_a_keyword_of_the_schema(string member, string schema) =>
        JsonNode.DeepEquals(JsonNode.Parse(Step.InputSchema.GetProperty("properties").GetProperty(member).GetRawText()), JsonNode.Parse(schema))
            .ShouldBeTrue(Step.InputSchema.GetProperty("properties").GetProperty(member).GetRawText());

    [Fact]
    public void What_a_constructor_needs_is_required_and_what_is_ignored_is_absent()
    {
        Step.OutputSchema.GetProperty("required").EnumerateArray().Select(name => name.GetString()).ShouldNotContain("withDefault");
        Step.OutputSchema.GetProperty("required").EnumerateArray().Select(name => name.GetString()).ShouldContain("text");
        Step.InputSchema.GetProperty("required").EnumerateArray().Select(name => name.GetString()).ShouldContain("titled");
        Step.InputSchema.GetProperty("properties").TryGetProperty("hidden", out _).ShouldBeFalse();
        Step.OutputSchema.GetProperty("properties").GetProperty("inner").GetProperty("properties").GetProperty("text").GetProperty("description").GetString().ShouldBe("The inner text.");
    }

    [Fact]
    public void The_schemas_compile()
    {
        JsonSchema.TryCompile(Step.OutputSchema, out _, out var problems).ShouldBeTrue(string.Join('\n', problems));
        JsonSchema.TryCompile(Step.InputSchema, out _, out problems).ShouldBeTrue(string.Join('\n', problems));
    }
}
