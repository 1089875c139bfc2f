using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;
using WorkflowKit.Schemas;
using WorkflowKit.Steps.WorkflowSchemas;
using WorkflowKit.Tests.Architecture;
using WorkflowKit.Tests.Documentation;

namespace WorkflowKit.Tests.WorkflowSchemas;

/// <summary>workflow.schema.json says of definitions what the reader says of them.</summary>
public sealed class WorkflowSchemaTests
{
    /// <summary>What no schema can say, as the page about the format lists it: texts that stand twice, ids that do, and what is wrong within an author's schema.</summary>
    private static readonly string[] Unsayable = ["WK1005", "WK1010", "WK1011", "WK1022"];

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    private static readonly JsonNode Written = WorkflowSchemaWriter.Write(null);

    private static readonly JsonSchema Schema = JsonSchema.Compile(JsonElement.Parse(Written.ToJsonString()));

    [Fact]
    public void The_file_in_docs_is_what_the_code_says() =>
        Approval.Verify(Written.ToJsonString(Indented), Repository.File("docs", "workflow.schema.json"));

    [Fact]
    public void Good_definitions_are_good_to_both()
    {
        var samples = Directory.GetFiles(Repository.File("samples", "workflows"), "*.workflow.json").Select(File.ReadAllText);
        var pages = Snippet.In("json").Select(snippet => snippet.Text).Where(text => text.Contains("\"steps\"", StringComparison.Ordinal));

        foreach (var definition in samples.Concat(Specimens.All()).Concat(pages.Where(IsGood)))
            Schema.Validate(Parse(definition)!.Value).ToString().ShouldBe("valid", definition);
    }

    [Fact]
    public void Thousands_of_mutations_get_the_same_verdict_of_both()
    {
        var differing = new List<string>();
        var (good, bad) = (0, 0);
        foreach (var definition in Specimens.All().SelectMany(Mutations.Of))
        {
            var errors = Errors(definition);
            if (errors.Any(error => Unsayable.Contains(error.Code)))
                continue;

            var result = Schema.Validate(Parse(definition)!.Value);
            _ = errors.Count == 0 ? good++ : bad++;
            if (result.IsValid != (errors.Count == 0))
                differing.Add($"{definition}\n  reader: {string.Join("; ", errors)}\n  schema: {result}");
        }

        differing.ShouldBeEmpty($"{differing.Count} of {good + bad} differ");
        good.ShouldBeGreaterThan(200);
        bad.ShouldBeGreaterThan(2_000);
    }

    [Fact]
    public void The_bad_examples_of_the_diagnostics_get_the_same_verdict_of_both()
    {
        foreach (var example in DiagnosticsPage.Read().Sections.SelectMany(section => section.BadExamples))
        {
            var errors = Errors(example);
            if (Parse(example) is { } value && !errors.Any(error => Unsayable.Contains(error.Code) || error.Code is "WK1002" or "WK1003" or "WK1004" or "WK1019" or "WK1020"))
                Schema.IsValid(value).ShouldBe(errors.Count == 0, $"{example}\n{string.Join('\n', errors)}\n{Schema.Validate(value)}");
        }
    }

    [Fact]
    public void An_error_stands_at_the_place_and_speaks_of_the_step_alone()
    {
        var errors = Schema.Validate(Parse("""{ "id": "a", "steps": [{ "id": "b", "type": "log", "mesage": "m", "level": "loud" }] }""")!.Value).Errors;

        errors.Select(error => error.ToString()).ShouldBe(
            [
                "/steps/0/message: is required",
                "/steps/0/mesage: is not a known member",
                "/steps/0/level: must be \"trace\", \"debug\", \"information\", \"warning\" or \"error\"",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void Every_member_is_described()
    {
        foreach (var (name, value) in Written["$defs"]!.AsObject().Where(one => one.Value!["properties"] is not null && one.Key is not "step" and not "inputs"))
        {
            foreach (var (member, described) in value!["properties"]!.AsObject())
                described!["description"].ShouldNotBeNull($"{name}.{member}");
        }
    }

    private static bool IsGood(string definition) => Parse(definition) is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty("id", out _) && !value.TryGetProperty("type", out _) && Errors(definition).Count == 0;

    private static List<Diagnostic> Errors(string definition) =>
        [.. WorkflowReader.Read(new SourceText(definition, "test.workflow.json")).Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error)];

    private static JsonElement? Parse(string definition)
    {
        try
        {
            return JsonElement.Parse(definition, new() { CommentHandling = JsonCommentHandling.Skip });
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
