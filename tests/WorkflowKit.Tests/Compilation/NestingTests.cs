using Microsoft.Extensions.DependencyInjection;

namespace WorkflowKit.Tests.Compilation;

/// <summary>
/// C#'s type inference binds a lambda more than once, and a lambda in it again each time. What people nest must not take a time that doubles
/// with every level: a definition could keep the host's processor busy for days.
/// </summary>
public sealed class NestingTests
{
    private const int Depth = 24;

    [Theory]
    [InlineData("""{ "id": "e{0}", "type": "forEach", "items": "[1, 2]", "as": "x{0}", "steps": [ {1} ] }""")]
    [InlineData("""{ "id": "e{0}", "type": "switch", "onError": "continue", "cases": [ { "when": "inputs.a == {0}", "steps": [ {1} ] } ], "default": [] }""")]
    [InlineData("""{ "id": "e{0}", "type": "parallel", "branches": [ { "id": "b{0}", "steps": [ {1} ] } ] }""")]
    [InlineData("""{ "id": "e{0}", "type": "repeat", "until": "inputs.a == {0}", "steps": [ {1} ] }""")]
    [InlineData("""{ "id": "e{0}", "type": "try", "steps": [ {1} ], "catch": [ { "when": "error.code == ''", "steps": [] } ] }""")]
    public Task Steps_in_steps_compile_in_time(string level) => CompileAsync(Nested(level, """{ "id": "leaf", "type": "set", "with": 1 }"""));

    [Theory]
    [InlineData("[1, 2].map(x{0}, {1})")]
    [InlineData("inputs.d.map(x{0}, {1})")]
    [InlineData("inputs.l.map(y{0}, {1}).filter(z{0}, true)")]
    [InlineData("[inputs.d.exists(x{0}, size({1}) > 0 || x{0} == 2)]")]
    [InlineData("[inputs.d.x == {0} || size({1}) == 1]")]
    public Task Loops_in_loops_of_expressions_compile_in_time(string level) =>
        CompileAsync($$$"""{ "id": "value", "type": "set", "with": "${{ {{{Nested(level, "[inputs.a]", Depth / 2)}}} }}" }""");

    private static string Nested(string level, string leaf, int depth = Depth) => Enumerable.Range(0, depth).Aggregate(
        leaf,
        (inner, i) => level.Replace("{0}", i.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("{1}", inner, StringComparison.Ordinal));

    private static async Task CompileAsync(string step)
    {
        await using var services = new ServiceCollection().AddWorkflowKit().BuildServiceProvider();
        using var late = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        late.CancelAfter(TimeSpan.FromSeconds(60));

        var result = await services.GetRequiredService<IWorkflowRegistry>().SaveAsync(
            $$"""
            {
              "id": "nested",
              "inputs": {
                "type": "object",
                "properties": { "a": { "type": "integer" }, "d": {}, "l": { "type": "array", "items": { "type": "string" } } },
                "required": ["a", "d", "l"]
              },
              "steps": [ {{step}} ]
            }
            """,
            cancellationToken: late.Token);

        result.Succeeded.ShouldBeTrue(string.Join('\n', result.Diagnostics));
    }
}
