using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using WorkflowKit.Expressions;

namespace WorkflowKit.Tests.CelTests.Emission;

/// <summary>Whatever a definition says, its text is a value in the emitted code and never code.</summary>
public sealed class HostileTextTests
{
    private static readonly string[] Texts =
    [
        "\"; System.Environment.Exit(1); //", "\\\"; Evil(); //", "*/ Evil(); /*", "\"\"\"; Evil();", "{Evil()}", "{{Evil()}}", "}", "{", "\n#line 1\nEvil();",
        "\r\nEvil();", "\u2028Evil();", "\u0085Evil();", "\0", "${Evil()}", "$\"{Evil()}\"", "@\"", "\\u0022); Evil(", "\ud800", "\u202e\u200b", "'); Evil('",
    ];

    [Fact]
    public void Text_in_expressions_keeps_its_value_and_stays_a_literal()
    {
        var sample = new Sample();
        var codes = Texts.Select(text => sample.Emit($"'{Escape(text)}' + inputs.orderId")).ToList();

        foreach (var code in codes)
            Names(code).ShouldBe(["inputs", "OrderId"]);
        var emitted = CompiledSample.Compile(new Sample(), Texts.Select(text => new Sample().Emit($"'{Escape(text)}'")).ToList());
        for (var i = 0; i < Texts.Length; i++)
            emitted.GetMethod($"M{i}")!.Invoke(null, new object?[7]).ShouldBe(Texts[i]);
    }

    [Fact]
    public void Text_in_templates_keeps_its_value_and_stays_a_literal()
    {
        // What a JSON string cannot hold is left out, and so is what is a template itself.
        var texts = Texts.Where(text => !text.Contains('\ud800', StringComparison.Ordinal)).ToList();
        var sample = new Sample();
        var codes = texts.Select(text => TemplateHarness.Emit(sample, System.Text.Json.JsonSerializer.Serialize(text + "${{ inputs.orderId }}"), typeof(string))).ToList();

        foreach (var code in codes)
            Names(code).ShouldBe(["inputs", "OrderId"]);
    }

    [Fact]
    public void Names_of_members_and_variables_cannot_be_code_either()
    {
        foreach (var text in Texts.Where(text => !text.Contains('\ud800', StringComparison.Ordinal)))
        {
            Names(new Sample().Emit($"data['{Escape(text)}']")).ShouldBe(["Cel", "Select", "data"]);
            Names(TemplateHarness.Emit(new Sample(), $$"""{ {{System.Text.Json.JsonSerializer.Serialize(text)}}: 1 }""", null)).ShouldBe(["CelValue", "Map", "Cel", "Of"]);
        }
    }

    [Fact]
    public void Names_of_a_schema_cannot_be_code_either()
    {
        var sample = new Sample();
        var properties = Texts.Where(text => !text.Contains('\ud800', StringComparison.Ordinal)).Append("class").Append("Read").Append("read").Append("__arglist")
            .Select(text => $"{System.Text.Json.JsonSerializer.Serialize(text)}: {{ \"type\": \"string\" }}");
        sample.Schemas.Read(Sample.Json($$"""{ "type": "object", "properties": { {{string.Join(", ", properties)}} } }"""), "Hostile");

        var emitted = CompiledSample.Compile(sample, []);

        var read = emitted.Assembly.GetType("WorkflowKit.Compiled.Sample.Hostile")!.GetMethod("Read", [typeof(System.Text.Json.JsonElement)])!;
        var json = System.Text.Json.JsonElement.Parse($$"""{ {{System.Text.Json.JsonSerializer.Serialize(Texts[0])}}: "x", "class": "y" }""");
        var value = read.Invoke(null, [json])!;
        ((CelValue)value.GetType().GetMethod("ToCel")!.Invoke(value, null)!).ShouldBe(Cel.Of(json));
    }

    private static string Escape(string text) => string.Concat(text.Select(c => c switch
    {
        '\'' => "\\'",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        _ => c.ToString(),
    }));

    private static List<string> Names(string code)
    {
        var expression = SyntaxFactory.ParseExpression(code, consumeFullText: true);
        expression.ContainsDiagnostics.ShouldBeFalse(code);
        return [.. expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(name => name.Identifier.ValueText)];
    }
}
