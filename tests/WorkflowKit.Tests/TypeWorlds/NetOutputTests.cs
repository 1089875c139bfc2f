using System.Text.Json;
using WorkflowKit.Tests.TypeWorlds.Steps;
using WorkflowKit.Tests.Workflows;

namespace WorkflowKit.Tests.TypeWorlds;

/// <summary>What a step gives as .NET types is read by expressions as what it is.</summary>
public sealed class NetOutputTests
{
    /// <summary>Expressions over the output, called <c>o</c>, and the JSON of their values.</summary>
    private static readonly (string Expression, string Expected)[] Rows =
    [
        ("o.text + o['a name']", "\"textrenamed\""),
        ("o.maybeText == null", "true"),
        ("has(o.maybeText) ? size(o.maybeText) : -1", "-1"),
        ("o.flag && !(o.int > 0)", "true"),
        ("o.small - 1", "-129"),
        ("o.byte + 1", "256"),
        ("o.short - 1", "-32769"),
        ("o.uShort + 1", "65536"),
        ("o.int - 1", "-2147483649"),
        ("o.uInt + 1u", "4294967296"),
        ("o.uInt == 4294967295", "true"),
        ("o.long", "9223372036854775807"),
        ("o.long == 9223372036854775807", "true"),
        ("o.uLong", "18446744073709551615"),
        ("o.uLong > o.long", "true"),
        ("o.float", "0.1"),
        ("o.float == 0.1", "true"),
        ("o.float == o.double && o.float <= 0.1 && !(o.float > o.double)", "true"),
        ("o.float * 3.0", "0.30000000000000004"),
        ("o.double * 3.0 > 0.3", "true"),
        ("o.decimal", "120.50"),
        ("o.decimal * 2 == 241", "true"),
        ("o.letter + 'y'", "\"xy\""),
        ("o.maybeInt == null", "true"),
        ("o.?maybeInt.orValue(7)", "7"),
        ("o.maybeDecimal != null && o.maybeDecimal > 1", "true"),
        ("o.guid", "\"6f9619ff-8b86-d011-b42d-00c04fc964ff\""),
        ("o.guid.startsWith('6f96')", "true"),
        ("o.maybeGuid == null", "true"),
        ("o.uri", "\"https://example.com/a?b=c\""),
        ("o.uri != null && o.uri.contains('example')", "true"),
        ("o.moment.getHours()", "11"),
        ("o.moment == timestamp('2026-02-28T11:30:00Z')", "true"),
        ("o.moment - duration('30m')", "\"2026-02-28T11:00:00Z\""),
        ("has(o.maybeMoment)", "false"),
        ("o.time.getMinutes()", "30"),
        ("o.time > o.moment", "true"),
        ("o.date", "\"2026-02-28\""),
        ("o.date < '2026-03'", "true"),
        ("o.clock.startsWith('13:30')", "true"),
        ("o.span > duration('1h')", "true"),
        ("o.moment + o.span == o.time - duration('30m')", "true"),
        ("size(o.bytes)", "3"),
        ("o.bytes == b'\\x01\\x02\\xff'", "true"),
        ("base64.encode(o.bytes)", "\"AQL/\""),
        ("o.color", "\"sea-green\""),
        ("o.color == 'sea-green'", "true"),
        ("o.color in ['Red']", "false"),
        ("o.maybeColor == 'Red'", "true"),
        ("o.list.map(x, x * 2)", "[2,4,6]"),
        ("o.array[1] + o.list[0]", "6"),
        ("o.array + o.list", "[4,5,1,2,3]"),
        ("o.readOnlyList.join('-')", "\"a-b\""),
        ("o.mutableList[0]", "6"),
        ("7 in o.collection && size(o.collection) == 2", "true"),
        ("o.enumerable.exists(x, x > 1.0)", "true"),
        ("'s' in o.set", "true"),
        ("o.matrix[0][1] + o.matrix[1][0]", "5"),
        ("o.matrix.flatten()", "[1,2,3]"),
        ("o.colors", """["Red","sea-green"]"""),
        ("o.colors.exists(c, c == 'sea-green')", "true"),
        ("o.gaps.filter(g, g != null)", "[1]"),
        ("o.gaps", "[1,null]"),
        ("o.moments[0].getFullYear()", "2026"),
        ("o.map.one + o.map['one']", "2"),
        ("o.map.exists(k, k == 'one')", "true"),
        ("has(o.map.two)", "false"),
        ("o.readOnlyMap.price * 10 == 99", "true"),
        ("o.pointMap['line'].map(p, p.x + p.y)", "[3,7]"),
        ("o.point", """{"x":5,"y":6}"""),
        ("o.point.x + o.points[0].y", "13"),
        ("o.maybePoint == null", "true"),
        ("has(o.maybePoint) ? o.maybePoint.x : 0", "0"),
        ("o.branch != null && o.branch.next != null ? o.branch.next.name : ''", "\"limb\""),
        ("o.?branch.?next.?next.?name.orValue('end')", "\"end\""),
        ("o.branch.twigs[0].name", "\"leaf\""),
        ("o.dog.name + o.dog.trick", "\"Rexsit\""),
        ("o.dog.legs", "4"),
        ("o.json.a[0] + 1", "2"),
        ("o.json.a[1].b == null", "true"),
        ("o.json", """{"a":[1,{"b":null}]}"""),
        ("o.node.n", "1"),
        ("o.anything.k", "\"v\""),
        ("'${' + string(o.decimal) + '}'", "\"${120.50}\""),
    ];

    [Fact]
    public async Task Every_kind_of_property_reads_as_what_it_is()
    {
        await using var host = new WorkflowHost(kit => kit.AddStep<GiveEverything>());
        var outputs = Rows.Select((row, i) => $"\"r{i}\": {JsonSerializer.Serialize($"${{{{ cel.bind(o, steps.give.output, {row.Expression}) }}}}")}");

        var record = await host.RunAsync(new Workflow("""{ "id": "give", "type": "types.give" }""") { Outputs = $"{{ {string.Join(", ", outputs)} }}" });

        record.ShouldHaveCompleted();
        Rows.Select((row, i) => $"{row.Expression} = {record.Outputs!.Value.GetProperty($"r{i}").GetRawText()}")
            .ShouldBe(Rows.Select(row => $"{row.Expression} = {row.Expected}"));
    }

    [Fact]
    public async Task What_is_read_behind_a_pause_comes_from_the_log_and_is_the_same()
    {
        await using var host = new WorkflowHost(kit => kit.AddStep<GiveEverything>());
        await host.SaveAsync(new Workflow("""
            { "id": "give", "type": "types.give" },
            { "id": "before", "type": "set", "with": { "all": "${{ steps.give.output }}" } },
            { "id": "ask", "type": "input", "with": { "title": "?", "schema": { "type": "object" } } }
            """) { Outputs = """{ "before": "${{ steps.before.output.all }}", "after": "${{ steps.give.output }}" }""" });
        var id = await host.StartAsync("test");
        await host.UntilStatusAsync(id, ExecutionStatus.Paused);

        await host.SupplyAsync(id, "ask", "{}");
        var record = await host.UntilFinishedAsync(id);

        record.ShouldHaveCompleted();
        var outputs = record.Outputs!.Value;
        outputs.GetProperty("after").GetRawText().ShouldBe(outputs.GetProperty("before").GetRawText());
    }
}
