using WorkflowKit.Definitions;
using WorkflowKit.Diagnostics;
using WorkflowKit.Emission;
using WorkflowKit.Tests.TypeWorlds.Steps;

namespace WorkflowKit.Tests.TypeWorlds;

/// <summary>A wrong type is told at the very characters that are wrong, wherever they stand in the JSON.</summary>
public sealed class ErrorPlaceTests
{
    private const string Inputs = """
        { "type": "object",
            "properties": {
              "n": { "type": "integer" }, "s": { "type": "string" }, "list": { "type": "array", "items": { "$ref": "#/$defs/line" } },
              "maybe": { "type": ["string", "null"] }, "level": { "enum": ["low", "high"] }, "tree": { "$ref": "#/$defs/tree" },
              "both": { "allOf": [{ "$ref": "#/$defs/line" }, { "properties": { "price": { "type": "number" } }, "required": ["price"] }] } },
            "required": ["n", "s", "list", "maybe", "level", "tree", "both"],
            "$defs": { "line": { "type": "object", "properties": { "sku": { "type": "string" } }, "required": ["sku"] },
                       "tree": { "type": "object", "properties": { "name": { "type": "string" }, "next": { "$ref": "#/$defs/tree" } }, "required": ["name"] } } }
        """;

    private static readonly string[] Places =
    [
        """{ "id": "x", "type": "set", "with": "${{ EXPRESSION }}" }""",
        """{ "id": "x", "type": "set", "with": { "a": [1, "\"\u0041\t ü ${{ 'x' }} and ${{ EXPRESSION }} \\ $${{ behind"] } }""",
        """{ "id": "x", "type": "log", "message": "${{ \"a\\n\" + \u0027b\u0027 }}${{ EXPRESSION }}" }""",
        """
        { "id": "x",
              "type": "forEach", "items": "[1].map(x, \u0022\ud83d\ude00\u0022 + '\\u0041' == '' ? [dyn(EXPRESSION)] : [])", "steps": [] }
        """,
    ];

    private static readonly StepCatalogue Catalogue = new(new[] { typeof(GiveEverything), typeof(TakeEverything) }.Select(StepRegistration.Of));

    [Theory]
    [InlineData("steps.give.output.«txt»", "WK2102")]
    [InlineData("steps.give.output.branch.next.«nmae»", "WK2102")]
    [InlineData("steps.give.output.points[0].«z»", "WK2102")]
    [InlineData("steps.give.output.pointMap['a'][0].«z»", "WK2102")]
    [InlineData("steps.give.output.dog.«tail»", "WK2102")]
    [InlineData("steps.give.output[«'no'»]", "WK2102")]
    [InlineData("steps.give.output.«hidden»", "WK2102")]
    [InlineData("steps.give.output.decimal.«x»", "WK2102")]
    [InlineData("inputs.«nn»", "WK2102")]
    [InlineData("inputs.list[0].«skus»", "WK2102")]
    [InlineData("inputs.list.map(l, l.«skus»)", "WK2102")]
    [InlineData("inputs.tree.next.next.«nam»", "WK2102")]
    [InlineData("has(inputs.tree.«nam»)", "WK2102")]
    [InlineData("inputs.?tree.?next.?«nam»", "WK2102")]
    [InlineData("«size»(inputs.n)", "WK2106")]
    [InlineData("inputs.s.«startsWith»(inputs.n)", "WK2106")]
    [InlineData("steps.give.output.moment.«getHours»(1)", "WK2106")]
    [InlineData("1 + size(inputs.s) + «size»(steps.give.output.guid, 2)", "WK2106")]
    [InlineData("inputs.s «-» 1", "WK2105")]
    [InlineData("steps.give.output.span «*» 2", "WK2105")]
    [InlineData("steps.give.output.moment «+» steps.give.output.moment", "WK2105")]
    [InlineData("-1 + (inputs.n «+» inputs.s)", "WK2105")]
    [InlineData("steps.give.output.list[«'a' + 'b'»]", "WK2105")]
    [InlineData("«inputs.n == inputs.s»", "WK2107")]
    [InlineData("true && «steps.give.output.color == 1»", "WK2107")]
    [InlineData("steps.give.output.color == «'red'»", "WK2107")]
    [InlineData("inputs.level == «'medium'»", "WK2107")]
    [InlineData("inputs.level in ['low', «'medium'»]", "WK2107")]
    [InlineData("steps.give.output.color in [«'red'»]", "WK2107")]
    [InlineData("inputs.both.«skus»", "WK2102")]
    [InlineData("inputs.both.sku «+» inputs.both.price", "WK2105")]
    [InlineData("«steps.give.output.moment == '2026'»", "WK2107")]
    [InlineData("«'a' in steps.give.output.list»", "WK2107")]
    [InlineData("«inputs.list == [1]»", "WK2107")]
    [InlineData("«inputs.n» ? 1 : 2", "WK2108")]
    [InlineData("true && «steps.give.output.text»", "WK2108")]
    [InlineData("steps.give.output.?maybeInt.orValue(«'a'»)", "WK2108")]
    [InlineData("«nobody».a", "WK2101")]
    public void An_expression_is_wrong_where_it_is_wrong(string expression, string code)
    {
        foreach (var step in Places)
            Check(step.Replace("EXPRESSION", expression, StringComparison.Ordinal), code);
    }

    [Theory]
    [InlineData("steps.give.output.«t\\u0078t»", "WK2102")]
    [InlineData("steps.give.output[«\\\"no\\\"»]", "WK2102")]
    [InlineData("«\\\"1\\\" == inputs.n»", "WK2107")]
    [InlineData("inputs.level == «\\u0027\\u006dedium\\u0027»", "WK2107")]
    [InlineData("inputs.s\\n  .«starts\\u0057ith»(\\n1)", "WK2106")]
    [InlineData("inputs.n \\u002b\\t(1 «\\u002d» 'a')", "WK2105")]
    public void A_wrong_token_may_be_written_with_escapes(string expression, string code)
    {
        foreach (var step in Places)
            Check(step.Replace("EXPRESSION", expression, StringComparison.Ordinal), code);
    }

    [Theory]
    [InlineData("""{ «"txt"»: "a" }""", "WK2110")]
    [InlineData("""{ «"hidden"»: "a" }""", "WK2110")]
    [InlineData("""{ «"t\u0078t"»: "a" }""", "WK2110")]
    [InlineData("""{ "text": «1» }""", "WK2108")]
    [InlineData("""{ "text": «null» }""", "WK2108")]
    [InlineData("""{ "text": «[]» }""", "WK2108")]
    [InlineData("""{ "text": «"${{ inputs.n }}"» }""", "WK2108")]
    [InlineData("""{ "flag": «"true"» }""", "WK2108")]
    [InlineData("""{ "int": «"1"» }""", "WK2108")]
    [InlineData("""{ "int": «"n: ${{ inputs.n }}"» }""", "WK2108")]
    [InlineData("""{ "int": «1.5» }""", "WK2112")]
    [InlineData("""{ "int": «2147483648» }""", "WK2112")]
    [InlineData("""{ "byte": «256» }""", "WK2112")]
    [InlineData("""{ "byte": «-1» }""", "WK2112")]
    [InlineData("""{ "small": «128» }""", "WK2112")]
    [InlineData("""{ "short": «-32769» }""", "WK2112")]
    [InlineData("""{ "uShort": «65536» }""", "WK2112")]
    [InlineData("""{ "uInt": «-1» }""", "WK2112")]
    [InlineData("""{ "uLong": «-1» }""", "WK2112")]
    [InlineData("""{ "long": «9223372036854775808» }""", "WK2112")]
    [InlineData("""{ "maybeInt": «2147483648» }""", "WK2112")]
    [InlineData("""{ "decimal": «"much"» }""", "WK2108")]
    [InlineData("""{ "letter": «"xy"» }""", "WK2112")]
    [InlineData("""{ "guid": «"x"» }""", "WK2112")]
    [InlineData("""{ "maybeGuid": «"x"» }""", "WK2112")]
    [InlineData("""{ "moment": «"soon"» }""", "WK2112")]
    [InlineData("""{ "moment": «1» }""", "WK2108")]
    [InlineData("""{ "date": «"28.02.2026"» }""", "WK2112")]
    [InlineData("""{ "clock": «"noon"» }""", "WK2112")]
    [InlineData("""{ "span": «"1 hour"» }""", "WK2112")]
    [InlineData("""{ "bytes": «"!"» }""", "WK2112")]
    [InlineData("""{ "color": «"Blue"» }""", "WK2112")]
    [InlineData("""{ "color": «"SeaGreen"» }""", "WK2112")]
    [InlineData("""{ "color": «null» }""", "WK2108")]
    [InlineData("""{ "maybeColor": «"Blue"» }""", "WK2112")]
    [InlineData("""{ "colors": ["Red", «"Blue"»] }""", "WK2112")]
    [InlineData("""{ "list": [1, «"a"»] }""", "WK2108")]
    [InlineData("""{ "list": [1, «null»] }""", "WK2108")]
    [InlineData("""{ "list": «{ "a": 1 }» }""", "WK2108")]
    [InlineData("""{ "array": «"${{ inputs.list }}"» }""", "WK2108")]
    [InlineData("""{ "matrix": [[1], [2, «true»]] }""", "WK2108")]
    [InlineData("""{ "gaps": [null, «"a"»] }""", "WK2108")]
    [InlineData("""{ "map": { "a": «"x"» } }""", "WK2108")]
    [InlineData("""{ "map": «[]» }""", "WK2108")]
    [InlineData("""{ "pointMap": { "a": [{ "x": 1, «"z"»: 2, "y": 3 }] } }""", "WK2110")]
    [InlineData("""{ "points": [{ "x": «"a"», "y": 1 }] }""", "WK2108")]
    [InlineData("""{ "branch": «{ "next": null }» }""", "WK2109")]
    [InlineData("""{ "branch": { "name": "a", "next": { "name": "b", "twigs": [«{}»] } } }""", "WK2109")]
    [InlineData("""{ "branch": { "name": "a", "next": { "name": "b", "twigs": [{ "name": «1» }] } } }""", "WK2108")]
    [InlineData("""{ "dog": «{ "trick": "sit" }» }""", "WK2109")]
    [InlineData("""{ "dog": { "name": "a", «"tail"»: 1 } }""", "WK2110")]
    [InlineData("""{ "dog": «"Rex"» }""", "WK2108")]
    [InlineData("""{ "dog": { "name": "\u0041${{ inputs.«nn» }}" } }""", "WK2102")]
    [InlineData("""«[1]»""", "WK2108")]
    public void A_step_s_input_is_wrong_where_it_is_wrong(string input, string code) =>
        Check($$"""{ "id": "x", "type": "types.take", "with": {{input}} }""", code);

    /// <summary>The definition holds one error, at what stands between <c>«</c> and <c>»</c>.</summary>
    private static void Check(string step, string code)
    {
        var marked = $$"""
            { "id": "test",
              "inputs": {{Inputs}},
              "steps": [
                { "id": "give", "type": "types.give" },
                {{step}} ] }
            """;
        var (start, end) = (marked.IndexOf('«', StringComparison.Ordinal), marked.IndexOf('»', StringComparison.Ordinal) - 1);
        var text = marked.Remove(start, 1).Remove(end, 1);
        var read = WorkflowReader.Read(new SourceText(text, "test.workflow.json"));
        read.Diagnostics.ShouldBeEmpty();

        var found = WorkflowEmitter.Emit(read.Definition!, Catalogue).Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error).ShouldHaveSingleItem(text);

        found.Code.ShouldBe(code, $"{found}\n{text}");
        (text[Offset(text, found.Span.Line, found.Span.Column)..Offset(text, found.Span.EndLine, found.Span.EndColumn)]).ShouldBe(text[start..end], found.ToString());
    }

    private static int Offset(string text, int line, int column)
    {
        var at = 0;
        for (; line > 1; line--)
            at = text.IndexOf('\n', at) + 1;
        return at + column - 1;
    }
}
