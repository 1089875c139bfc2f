using System.Text.Json;
using WorkflowKit.Expressions;

namespace WorkflowKit.Tests.CelTests.Emission;

/// <summary>Runs emitted expressions over typed values.</summary>
public sealed class RunTests
{
    private const string Inputs = """{ "orderId": "A-17", "limit": 100.5, "count": 3, "tags": ["a", "bb"], "address": { "city": "Bern" } }""";

    private static readonly (string Expression, string Expected)[] Values =
    [
        ("inputs.count + 1", "4"),
        ("inputs.count / 2", "1"),
        ("inputs.count * inputs.limit", "301.5"),
        ("steps.fetch.output.total > inputs.limit", "true"),
        ("steps.fetch.output.total == 120.50", "true"),
        ("steps.fetch.output.total * 2", "241.00"),
        ("steps.fetch.output.status == 'Paid'", "true"),
        ("steps.fetch.output.status in ['Open']", "false"),
        ("steps.fetch.output.lines.map(l, l.quantity)", "[1,2]"),
        ("steps.fetch.output.lines.filter(l, l.price > 10).map(l, l.sku)", "[\"y\"]"),
        ("steps.fetch.output.lines.exists(l, l.sku == 'y' && l.quantity / 0 > 1)", "!Division by zero"),
        ("steps.fetch.output.lines.exists(l, l.quantity == 1 || l.quantity / 0 > 1)", "true"),
        ("steps.fetch.output.lines[5].sku", "!5"),
        ("steps.fetch.output.stock.y", "!There is no 'y' in 'steps.fetch.output.stock'"),
        ("steps.fetch.output.stock.x", "7"),
        ("steps.fetch.output.note.size()", "!steps.fetch.output.note"),
        ("steps.fetch.output.note == null", "true"),
        ("steps.fetch.output.?payer.?email.orValue('none')", "\"none\""),
        ("steps.fetch.output.customer", """{"name":"Ada","email":null}"""),
        ("steps.fetch.output.body.a[1]", "2"),
        ("steps.fetch.output.body.b", "!There is no 'b' in 'steps.fetch.output.body'"),
        ("steps.fetch.output.body.a[1].c", "!'c' cannot be read of 'steps.fetch.output.body.a[1]'"),
        ("steps.fetch.output.body.a[inputs.count - 2].c", "!'c' cannot be read of 'steps.fetch.output.body.a[...]'"),
        ("steps.fetch.output.body.a && true", "!Expected true or false at 'steps.fetch.output.body.a'"),
        ("steps.fetch.output.anything[0]", "1"),
        ("steps.fetch.output.placedAt.getFullYear()", "2026"),
        ("steps.fetch.output.placedAt + duration('1h') > timestamp('2026-01-01T00:30:00Z')", "true"),
        ("steps.fetch.output.id == '00000000-0000-0000-0000-000000000000'", "true"),
        ("steps.?approve.?output.?approved.orValue(true)", "true"),
        ("steps.approve.output.approved", "!`steps.approve.output` is absent"),
        ("steps.count.output + 1", "!`steps.count.output` is absent: its step did not run"),
        ("inputs.note + '!'", "!`inputs.note` is absent: it was not given"),
        ("steps.?count.?output.orValue(3) + 1", "4"),
        ("steps.call.output.x", "!`steps.call.output` is absent"),
        ("steps.?call.?output.?x.orValue('none')", "\"none\""),
        ("has(steps.call.output.x)", "false"),
        ("inputs.?note.orValue('none') + inputs.address.city", "\"noneBern\""),
        ("inputs.address.zip == null", "true"),
        ("data.x + 1", "2"),
        ("data.y + 1", "!y"),
        ("data.y > 1 || inputs.count == 3", "true"),
        ("data.y > 1 && inputs.count == 4", "false"),
        ("has(data.x) && data.x == 1.0", "true"),
        ("cel.bind(n, inputs.count, n * n)", "9"),
        ("inputs.tags.transformList(i, t, string(i) + t)", """["0a","1bb"]"""),
        ("inputs.tags.sortBy(t, -size(t))", """["bb","a"]"""),
        ("inputs", """{"orderId":"A-17","limit":100.5,"count":3,"tags":["a","bb"],"address":{"city":"Bern"}}"""),
        ("9223372036854775807 + inputs.count", "!9223372036854775807 + 3"),
        ("[1, 2, 3].filter(x, x > inputs.count - 2)", "[2,3]"),
        ("inputs.count > 2 ? inputs.note : 'few'", "null"),
        ("{'a': inputs.tags, ?'b': inputs.?note}", """{"a":["a","bb"]}"""),
        ("inputs.limit == 100.5 && inputs.count < inputs.limit", "true"),
    ];

    [Fact]
    public void Emitted_expressions_have_the_values_of_CEL()
    {
        var sample = new Sample();
        var emitted = CompiledSample.Compile(
            sample, Values.Select(value => sample.Emitter.ToValue(sample.Emitter.Emit(sample.Check(value.Expression).Root, sample.Scope.Taken)).Code.Text).ToList());

        List<string> wrong = [];
        for (var i = 0; i < Values.Length; i++)
        {
            var actual = Run(emitted, $"M{i}");
            var (expression, expected) = Values[i];
            if (expected[0] == '!' ? !(actual[0] == '!' && actual.Contains(expected[1..], StringComparison.Ordinal)) : actual != expected)
                wrong.Add($"{expression}: {actual} instead of {expected}");
        }

        wrong.ShouldBeEmpty();
    }

    private static string Run(Type emitted, string method)
    {
        var inputs = emitted.Assembly.GetType("WorkflowKit.Compiled.Sample.Inputs")!
            .GetMethod("Read", [typeof(JsonElement)])!.Invoke(null, [JsonElement.Parse(Inputs)]);
        var run = Activator.CreateInstance(emitted.Assembly.GetType("WorkflowKit.Compiled.Sample.Run")!);
        try
        {
            var value = emitted.GetMethod(method)!.Invoke(null, [inputs, Order(), null, null, null, Cel.Of(JsonElement.Parse("""{ "x": 1 }""")), run]);
            return ((CelValue)value!).ToJsonElement().GetRawText();
        }
        catch (System.Reflection.TargetInvocationException error) when (error.InnerException is CelException cel)
        {
            return "!" + cel.Message;
        }
    }

    private static Shop.Order Order() => new()
    {
        Total = 120.50m,
        Status = Shop.Status.Paid,
        Customer = new() { Name = "Ada" },
        Lines = [new("x", 1, 5m), new("y", 2, 50m)],
        Stock = { ["x"] = 7 },
        PlacedAt = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        Body = JsonElement.Parse("""{ "a": [1, 2] }"""),
        Anything = new object[] { 1, "b" },
    };
}
