using System.Text.Json;
using WorkflowKit.Schemas;

namespace WorkflowKit.Runtime.Tests.Schemas;

/// <summary>What the specification says, keyword by keyword: the files in <c>Cases</c>. They stand beside the official ones, which are not part of this repository.</summary>
public sealed class OwnCasesTests
{
    public static IEnumerable<TheoryDataRow<string, string, string, string, string>> Cases()
    {
        foreach (var file in (string[])["references", "applicators", "values", "formats", "patterns"])
        {
            using var stream = typeof(OwnCasesTests).Assembly.GetManifestResourceStream($"{typeof(OwnCasesTests).Namespace}.Cases.{file}.json")!;
            using var document = JsonDocument.Parse(stream);
            foreach (var one in document.RootElement.EnumerateArray())
            {
                yield return new(
                    file,
                    one.GetProperty("what").GetString()!,
                    one.GetProperty("schema").GetRawText(),
                    one.GetProperty("valid").GetRawText(),
                    one.GetProperty("invalid").GetRawText());
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_keyword_means_what_the_specification_says(string file, string what, string schema, string valid, string invalid)
    {
        var compiled = JsonSchema.Compile(schema);
        var wrong = Run(compiled, valid, expected: true).Concat(Run(compiled, invalid, expected: false));

        wrong.ShouldBeEmpty($"{file}: {what}");
    }

    private static IEnumerable<string> Run(JsonSchema schema, string values, bool expected)
    {
        foreach (var value in Json.Of(values).EnumerateArray())
        {
            if (schema.IsValid(value) != expected || schema.Validate(value).IsValid != expected)
                yield return $"{value.GetRawText()} should be {(expected ? "valid" : "invalid")}: {schema.Validate(value)}";
        }
    }
}
