namespace WorkflowKit.Tests.Structure;

public sealed class ReachabilityTests
{
    private const string Return = """{ "id": "done", "type": "return" }""";
    private const string Next = """{ "id": "next", "type": "set", "with": 1 }""";

    [Theory]
    [InlineData(Return + "," + Next)]
    [InlineData("""{ "id": "done", "type": "fail", "message": "no" },""" + Next)]
    [InlineData("""{ "id": "s", "type": "switch", "cases": [{ "when": "inputs.a", "steps": [{ "id": "x", "type": "return" }] }], "default": [""" + Return + "] }," + Next)]
    [InlineData("""{ "id": "s", "type": "parallel", "branches": [{ "id": "p", "steps": [] }, { "id": "q", "steps": [""" + Return + "] }] }," + Next)]
    [InlineData("""{ "id": "s", "type": "try", "steps": [{ "id": "x", "type": "return" }], "catch": [{ "steps": [""" + Return + "] }] }," + Next)]
    [InlineData("""{ "id": "s", "type": "try", "steps": [], "finally": [""" + Return + "] }," + Next)]
    public void A_step_behind_the_end_of_every_path_is_unreachable(string steps) => Structures.OfSteps(steps).ShouldBe(["WK3006 /steps/1/id"]);

    [Theory]
    [InlineData(Next + "," + Return)]
    [InlineData("""{ "id": "done", "type": "return", "if": "inputs.a" },""" + Next)]
    [InlineData("""{ "id": "done", "type": "fail", "message": "no", "onError": "continue" },""" + Next)]
    [InlineData(Return + """, { "id": "beside", "type": "set", "with": 1, "after": [] }""")]
    [InlineData("""{ "id": "s", "type": "switch", "cases": [{ "when": "inputs.a", "steps": [""" + Return + """] }], "default": [] },""" + Next)]
    [InlineData("""{ "id": "s", "type": "try", "steps": [{ "id": "x", "type": "fail", "message": "no" }], "catch": [{ "steps": [] }] },""" + Next)]
    [InlineData("""{ "id": "s", "type": "forEach", "items": "inputs.list", "steps": [""" + Return + "] }," + Next)]
    public void A_step_that_some_path_comes_to_is_not(string steps) => Structures.OfSteps(steps).ShouldBeEmpty();

    [Fact]
    public void Every_step_behind_the_end_is_named_with_the_step_that_ends_the_run()
    {
        var found = Structures.Check($$"""{ "id": "orders", "steps": [{{Return}}, {{Next}}, { "id": "last", "type": "set", "with": 1 }] }""");

        found.Select(one => one.Message).ShouldBe(
            ["`next` can never run: no run goes on behind `done`.", "`last` can never run: no run goes on behind `done`."]);
    }

    [Theory]
    [InlineData("""{ "id": "a", "type": "set", "with": 1, "if": "false" }""", "/steps/0/if")]
    [InlineData("""{ "id": "a", "type": "set", "with": 1, "if": " !(true) " }""", "/steps/0/if")]
    [InlineData("""{ "id": "a", "type": "switch", "cases": [{ "when": "false", "steps": [] }], "default": [] }""", "/steps/0/cases/0/when")]
    [InlineData("""{ "id": "a", "type": "switch", "cases": [{ "when": "true", "steps": [] }, { "when": "inputs.a", "steps": [] }] }""", "/steps/0/cases/1")]
    [InlineData("""{ "id": "a", "type": "switch", "cases": [{ "when": "true", "steps": [] }], "default": [{ "id": "x", "type": "set", "with": 1 }] }""", "/steps/0/default")]
    [InlineData("""{ "id": "a", "type": "parallel", "branches": [{ "id": "p", "if": "false", "steps": [] }] }""", "/steps/0/branches/0/if")]
    [InlineData("""{ "id": "a", "type": "while", "condition": "false", "steps": [] }""", "/steps/0/condition")]
    [InlineData("""{ "id": "a", "type": "try", "steps": [], "catch": [{ "steps": [] }, { "when": "error.code == 'x'", "steps": [] }] }""", "/steps/0/catch/1")]
    public void What_a_constant_condition_shuts_off_is_unreachable(string steps, string pointer) =>
        Structures.OfSteps(steps).ShouldBe([$"WK3006 {pointer}"]);

    [Theory]
    [InlineData("1 == 2")]
    [InlineData("'a' != 'a'")]
    [InlineData("size([]) > 0")]
    [InlineData("size({'a': [1, 2]}) == 2u")]
    [InlineData("'order'.startsWith('x') || 3 in [1, 2]")]
    [InlineData("false && inputs.a")]
    [InlineData("inputs.a / 0 == 1 && !true")]
    [InlineData("1 < 2 ? 'a' == 'b' : inputs.a")]
    [InlineData("-2 + 3 * 4 >= int('11')")]
    [InlineData("bool('false')")]
    public void A_condition_of_constants_alone_is_constant(string condition) =>
        Structures.OfSteps($$"""{ "id": "a", "type": "set", "with": 1, "if": "{{condition}}" }""").ShouldBe(["WK3006 /steps/0/if"]);

    [Theory]
    [InlineData("1 == 1")]
    [InlineData("inputs.a || true")]
    [InlineData("inputs.a && true")]
    [InlineData("inputs.a == inputs.b")]
    [InlineData("1 / 0 == 1")]
    [InlineData("int('x') == 1")]
    [InlineData("[1].exists(x, x > 1)")]
    [InlineData("size([?inputs.?a]) > 0")]
    [InlineData("'a'.matches('b')")]
    [InlineData("'no'")]
    [InlineData("1 +")]
    public void A_condition_that_may_be_true_or_fails_is_not_always_false(string condition) =>
        Structures.OfSteps($$"""{ "id": "a", "type": "set", "with": 1, "if": "{{condition}}" }""").ShouldBeEmpty();

    [Theory]
    [InlineData("""{ "id": "a", "type": "switch", "cases": [{ "when": "inputs.a > 1", "steps": [] }, { "when": "inputs.b", "steps": [] }, { "when": " inputs.a > 1 ", "steps": [] }], "default": [] }""", "/steps/0/cases/2/when")]
    [InlineData("""{ "id": "a", "type": "try", "steps": [], "catch": [{ "when": "error.code == 'x'", "steps": [] }, { "when": "error.code == 'x'", "steps": [] }] }""", "/steps/0/catch/1/when")]
    public void What_an_earlier_case_has_tested_already_is_unreachable(string step, string pointer) =>
        Structures.OfSteps(step).ShouldBe([$"WK3006 {pointer}"]);

    [Fact]
    public void Switches_side_by_side_may_test_the_same() =>
        Structures.OfSteps("""
            { "id": "a", "type": "switch", "cases": [{ "when": "inputs.a", "steps": [] }], "default": [] },
            { "id": "b", "type": "switch", "cases": [{ "when": "inputs.a", "steps": [] }, { "when": "inputs.b", "steps": [] }], "default": [] }
            """).ShouldBeEmpty();

    [Theory]
    [InlineData("""{ "id": "a", "type": "switch", "cases": [{ "when": "inputs.a", "steps": [] }] }""")]
    public void A_switch_without_default_is_a_warning(string steps) => Structures.OfSteps(steps).ShouldBe(["WK3007 /steps/0/type"]);

    [Theory]
    [InlineData("""{ "id": "a", "type": "switch", "cases": [{ "when": "inputs.a", "steps": [] }], "default": [] }""")]
    [InlineData("""{ "id": "a", "type": "switch", "cases": [{ "when": "inputs.a", "steps": [] }, { "when": "true", "steps": [] }] }""")]
    public void A_switch_that_covers_every_case_is_not(string steps) => Structures.OfSteps(steps).ShouldBeEmpty();
}
