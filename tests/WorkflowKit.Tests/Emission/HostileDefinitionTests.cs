using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowKit.Tests.Support;

namespace WorkflowKit.Tests.Emission;

/// <summary>Whatever people write into a definition, the C# compiles and says what they wrote.</summary>
public sealed class HostileDefinitionTests
{
    private static readonly string Bomb = "*/ // \" \\\" \"\"\" {0} {{ }} $\" @\" \\u0022 \r\n #line 1 \u0085\u2028\u2029 \0 \ud83d\ude00 </auto-generated>";

    public static TheoryData<string> Ids =>
    [
        "class", "await", "string", "var", "dynamic", "yield", "field", "value", "run", "inputs", "execution", "error", "index", "global", "nameof",
        "CelValue", "Cel", "System", "Task", "Steps", "RunAsync", "WorkflowId", "Inputs", "TimeSpan", "Echo", "List", "a_", "a__b", "A", new string('x', 64),
    ];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Any_id_makes_a_local(string id) => Compile(new JsonObject
    {
        ["id"] = "test",
        ["steps"] = new JsonArray(
            Echo(id, "one"),
            Echo("other", $"${{{{ steps.{id}.output.text }}}}"),
            new JsonObject { ["id"] = "each", ["type"] = "forEach", ["items"] = "['x']", ["steps"] = new JsonArray(Echo("inner", $"${{{{ item }}}} ${{{{ steps.{id}.output.text }}}}")) }),
        ["outputs"] = new JsonObject { ["x"] = $"${{{{ steps.{id}.output }}}}" },
    });

    [Theory]
    [InlineData("cel")]
    [InlineData("system")]
    [InlineData("compiled")]
    [InlineData("registered")]
    [InlineData("task")]
    [InlineData("a-1")]
    [InlineData("a--b")]
    [InlineData("step-slot")]
    [InlineData("echo")]
    public void Any_workflow_id_makes_a_class(string id) => Compile(new JsonObject { ["id"] = id, ["steps"] = new JsonArray(Echo("a", "x")) });

    [Fact]
    public void Names_and_texts_cannot_leave_their_place() => Compile(new JsonObject
    {
        ["id"] = "test",
        ["name"] = Bomb,
        ["description"] = Bomb,
        ["connections"] = new JsonObject { [Bomb[..20]] = new JsonObject { ["provider"] = Bomb } },
        ["steps"] = new JsonArray(
            With(Echo("a", Bomb), "name", Bomb),
            With(Echo("b", Bomb + "${{ steps.a.output.text }}" + Bomb), "description", Bomb),
            new JsonObject { ["id"] = "c", ["type"] = "set", ["with"] = new JsonObject { [Bomb] = Bomb, ["x"] = "${{ 1 }}", ["X"] = 2, [""] = 3 } },
            new JsonObject { ["id"] = "d", ["type"] = "log", ["message"] = Bomb + "${{ '" + "*/ \\\" {" + "' }}" },
            new JsonObject { ["id"] = "e", ["type"] = "input", ["with"] = new JsonObject { ["title"] = Bomb, ["schema"] = new JsonObject { ["title"] = Bomb, ["properties"] = new JsonObject { [Bomb] = new JsonObject { ["type"] = "string" } } } } },
            new JsonObject { ["id"] = "f", ["type"] = "fail", ["message"] = Bomb, ["code"] = Bomb }),
        ["outputs"] = new JsonObject { [Bomb] = Bomb, ["c"] = "${{ steps.c.output.X }}", ["e"] = "${{ steps.e.output }}" },
    }, fileName: "evil\"\n#line 7.workflow.json");

    [Theory]
    [InlineData("cel", "celValue", "json", "inputs", "value", "toCel", "read")]
    [InlineData("class", "Class", "CLASS", "cl_ass", "-", "1", "a b")]
    [InlineData("Equals", "GetHashCode", "ToString", "EqualityContract", "Deconstruct", "Clone", "Item")]
    public void Any_property_of_a_schema_makes_a_member(params string[] names)
    {
        var properties = new JsonObject();
        foreach (var name in names)
            properties[name] = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["x"] = new JsonObject { ["type"] = "string" }, ["list"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "integer" } } } };
        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };

        Compile(new JsonObject
        {
            ["id"] = "test",
            ["inputs"] = schema.DeepClone(),
            ["steps"] = new JsonArray(new JsonObject { ["id"] = "ask", ["type"] = "input", ["with"] = new JsonObject { ["title"] = "?", ["schema"] = schema } }),
            ["outputs"] = new JsonObject { ["a"] = "${{ inputs }}", ["b"] = "${{ steps.ask.output }}" },
        });
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[[]]")]
    [InlineData("\"${{ [] }}\"")]
    [InlineData("\"${{ {} }}\"")]
    [InlineData("\"${{ null }}\"")]
    [InlineData("\"${{ inputs.?x }}\"")]
    [InlineData("\"${{ optional.none() }}\"")]
    [InlineData("{ \"a\": { \"b\": [] }, \"c\": [{}], \"d\": null }")]
    [InlineData("\"${{ type(1) }}\"")]
    public void Values_without_a_type_of_their_own_compile(string value) => Compile(new JsonObject
    {
        ["id"] = "test",
        ["steps"] = new JsonArray(
            new JsonObject { ["id"] = "s", ["type"] = "set", ["with"] = JsonNode.Parse(value) },
            new JsonObject { ["id"] = "t", ["type"] = "set", ["if"] = "1 < 2", ["with"] = JsonNode.Parse(value) },
            new JsonObject { ["id"] = "e", ["type"] = "forEach", ["items"] = "[[], [1]]", ["steps"] = new JsonArray(new JsonObject { ["id"] = "i", ["type"] = "set", ["with"] = JsonNode.Parse(value) }) },
            new JsonObject { ["id"] = "f", ["type"] = "forEach", ["items"] = "[]", ["steps"] = new JsonArray(), ["result"] = "[]" }),
        ["outputs"] = new JsonObject { ["s"] = "${{ steps.s.output }}", ["t"] = "${{ steps.?t.?output }}", ["e"] = "${{ steps.e.output }}", ["f"] = "${{ steps.f.output }}" },
    });

    [Fact]
    public void A_huge_text_is_one_literal() => Compile(new JsonObject { ["id"] = "test", ["steps"] = new JsonArray(Echo("a", new string('"', 60_000))) });

    [Fact]
    public void A_definition_on_one_endless_line_keeps_its_places() =>
        Compile(new JsonObject { ["id"] = "test", ["steps"] = new JsonArray([.. Enumerable.Range(0, 1_500).Select(i => (JsonNode)Echo($"s{i}", $"text {i}"))]) });

    [Fact]
    public void Nesting_to_the_limit_compiles()
    {
        JsonNode step = Echo("leaf", "x");
        for (var depth = 0; depth < 30; depth++)
            step = new JsonObject { ["id"] = $"d{depth}", ["type"] = "try", ["steps"] = new JsonArray(step), ["catch"] = new JsonArray(new JsonObject { ["steps"] = new JsonArray() }) };

        Compile(new JsonObject { ["id"] = "test", ["steps"] = new JsonArray(step), ["outputs"] = new JsonObject { ["x"] = "${{ steps.?leaf.?output.?text.orValue('') }}" } });
    }

    private static void Compile(JsonObject definition, string fileName = "test.workflow.json") =>
        InMemoryCompiler.Load(Emitting.CSharp(definition.ToJsonString(new JsonSerializerOptions { MaxDepth = 200 }), fileName));

    private static JsonObject Echo(string id, string text) =>
        new() { ["id"] = id, ["type"] = "test.echo", ["with"] = new JsonObject { ["text"] = text } };

    private static JsonObject With(JsonObject step, string member, string value)
    {
        step[member] = value;
        return step;
    }
}
