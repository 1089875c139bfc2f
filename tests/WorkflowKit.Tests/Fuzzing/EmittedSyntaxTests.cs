using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkflowKit.Tests.Fuzzing;

/// <summary>What a definition says never becomes code: the emitted C# is read back, and holds nothing but what the emitters may write.</summary>
public sealed class EmittedSyntaxTests(ITestOutputHelper output)
{
    private static readonly JsonSerializerOptions Json = new() { MaxDepth = 500 };

    [Fact]
    public void Emitted_code_holds_texts_of_a_definition_in_literals_alone()
    {
        var findings = FuzzSeeds.Of(few: 20, output).AsParallel().SelectMany(seed =>
        {
            var definition = DefinitionGrower.Grow(seed, seed % 20 + 1, "w");
            var source = FuzzHost.Run(definition.ToJsonString(Json), "w.workflow.json").Source.ShouldNotBeNull();
            return EmittedCodeReader.Read(definition, source.CSharp).Select(finding => $"seed {seed}: {finding}");
        }).ToList();

        findings.OrderBy(finding => finding.Length).Take(20).ShouldBeEmpty($"{findings.Count} findings");
    }

    [Theory]
    [InlineData("public static int X = 1;", "a static")]
    [InlineData("unsafe void X() { }", "the modifier unsafe")]
    [InlineData("object X() => typeof(int);", "a TypeOfExpression")]
    [InlineData("[System.Obsolete] void X() { }", "an? AttributeList")]
    [InlineData("void X() => System.Environment.Exit(1);", "a use of System.Environment.Exit")]
    [InlineData("string X() => \"\u2620 other\";", "a text that the definition does not have")]
    [InlineData("/* \u2620 */ void X() { }", "a MultiLineCommentTrivia")]
    public void What_no_emitter_may_write_is_found(string smuggled, string finding)
    {
        var definition = JsonNode.Parse("""{ "id": "w", "steps": [] }""")!.AsObject();
        var csharp = FuzzHost.Run(definition.ToJsonString()).Source!.CSharp;
        var end = csharp.TrimEnd().Length - 1;

        var findings = EmittedCodeReader.Read(definition, csharp.Insert(end, $"    {smuggled}\n"));

        findings.ShouldContain(one => System.Text.RegularExpressions.Regex.IsMatch(one, finding));
    }
}
