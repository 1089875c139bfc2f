using WorkflowKit.CelChecking;

namespace WorkflowKit.Tests.Binding;

/// <summary>Which steps an expression can read at its place.</summary>
public sealed class SightTests
{
    private const string A = """{ "id": "a", "type": "test.echo", "with": { "text": "a" } }""";

    [Theory]
    [InlineData("steps.a.output.text")]
    [InlineData("steps.a.status")]
    [InlineData("steps.?a.?output.?text.orValue('')")]
    [InlineData("steps['a'].output.text")]
    [InlineData("steps['a']['output']['text'] + inputs['text']")]
    [InlineData("steps[?'a'].?output.?text.orValue('')")]
    [InlineData("steps['a'].status == 'completed' ? steps.a.output.text : ''")]
    [InlineData("inputs.text")]
    [InlineData("execution.id + execution.workflowId + execution.trigger")]
    public void Steps_before_and_the_runs_own_names_can_be_read(string expression) =>
        Bindings.Codes($"{A}, {Echo("b", expression)}").ShouldBeEmpty();

    [Fact]
    public void A_step_that_does_not_exist_is_reported_with_the_one_that_was_meant()
    {
        var diagnostic = Bindings.Check($"""{A.Replace("\"a\"", "\"fetch\"")}, {Echo("b", "steps.fetsh.output.text")}""").ShouldHaveSingleItem();

        diagnostic.Code.ShouldBe("WK2201");
        diagnostic.Hint.ShouldNotBeNull().ShouldContain("fetch");
    }

    [Theory]
    [InlineData("steps['a']", "WK2114 /steps/1/with/text")]
    [InlineData("steps['b'].output.text", "WK2203 /steps/1/with/text")]
    [InlineData("steps['nobody'].output.text", "WK2201 /steps/1/with/text")]
    [InlineData("steps['a'].nothing", "WK2102 /steps/1/with/text")]
    [InlineData("steps[inputs.text].output", "WK2114 /steps/1/with/text")]
    public void A_step_in_brackets_is_the_same_as_behind_a_point(string expression, string code) =>
        Bindings.Codes($"{A}, {Echo("b", expression)}").ShouldBe([code]);

    [Fact]
    public void A_later_step_cannot_be_read() =>
        Bindings.Codes($"{Echo("b", "steps.a.output.text")}, {A}").ShouldBe(["WK2202 /steps/0/with/text"]);

    [Fact]
    public void A_step_cannot_read_itself() =>
        Bindings.Codes(Echo("b", "steps.b.output.text")).ShouldBe(["WK2203 /steps/0/with/text"]);

    [Fact]
    public void In_a_graph_only_ancestors_can_be_read()
    {
        const string graph = """
            { "id": "a", "type": "test.echo", "after": [], "with": { "text": "a" } },
            { "id": "b", "type": "test.echo", "after": [], "with": { "text": "${{ steps.a.output.text }}" } },
            { "id": "c", "type": "test.echo", "after": ["a"], "with": { "text": "${{ steps.a.output.text }}" } },
            { "id": "d", "type": "test.echo", "after": ["c", "b"], "with": { "text": "${{ steps.a.output.text + steps.b.output.text + steps.c.output.text }}" } }
            """;

        Bindings.Codes(graph).ShouldBe(["WK2202 /steps/1/with/text"]);
    }

    [Fact]
    public void Steps_of_a_case_may_be_absent_behind_the_switch() =>
        Bindings.Codes($$"""{ "id": "s", "type": "switch", "cases": [ { "when": "inputs.n > 1", "steps": [ {{A}}, {{Echo("b", "steps.a.output.text")}} ] } ], "default": [] }, {{Echo("c", "steps.a.output.text")}}""")
            .ShouldBe(["WK2104 /steps/1/with/text"]);

    [Fact]
    public void Steps_of_another_case_are_out_of_sight() =>
        Bindings.Codes($$"""{ "id": "s", "type": "switch", "cases": [ { "when": "inputs.n > 1", "steps": [ {{A}} ] } ], "default": [ {{Echo("b", "steps.a.output.text")}} ] }""")
            .ShouldBe(["WK2203 /steps/0/default/0/with/text"]);

    [Fact]
    public void Steps_of_a_loop_are_out_of_sight_behind_it() =>
        Bindings.Codes($$"""{ "id": "l", "type": "forEach", "items": "[1]", "steps": [ {{A}} ] }, {{Echo("b", "steps.a.output.text")}}""")
            .ShouldBe(["WK2203 /steps/1/with/text"]);

    [Fact]
    public void Steps_of_parallel_branches_are_there_behind_them_unless_only_the_first_counts()
    {
        Bindings.Codes(Parallel("all")).ShouldBeEmpty();
        Bindings.Codes(Parallel("first")).ShouldBe(["WK2104 /steps/1/with/text"]);

        static string Parallel(string mode) =>
            $$"""{ "id": "p", "type": "parallel", "mode": "{{mode}}", "branches": [ { "id": "x", "steps": [ {{A}} ] }, { "id": "y", "steps": [ {{Echo("z", "inputs.text")}} ] } ] }, {{Echo("b", "steps.a.output.text")}}""";
    }

    [Fact]
    public void Steps_of_a_try_may_be_absent_in_its_clauses_and_behind_it()
    {
        var codes = Bindings.Codes($$"""
            { "id": "t", "type": "try", "steps": [ {{A}} ], "catch": [ { "steps": [ {{Echo("b", "steps.a.output.text")}}, {{Echo("c", "error.message")}} ] } ], "finally": [ {{Echo("d", "steps.a.output.text")}} ] },
            {{Echo("e", "steps.a.output.text")}}, {{Echo("f", "steps.d.output.text")}}
            """);

        codes.ShouldBe(["WK2104 /steps/0/catch/0/steps/0/with/text", "WK2104 /steps/0/finally/0/with/text", "WK2104 /steps/1/with/text"]);
    }

    [Fact]
    public void A_try_without_clauses_ends_only_where_all_its_steps_ran() =>
        Bindings.Codes($$"""{ "id": "t", "type": "try", "steps": [ {{A}} ], "finally": [] }, {{Echo("e", "steps.a.output.text")}}""").ShouldBeEmpty();

    [Fact]
    public void Compensation_sees_its_owner_and_nobody_sees_compensation()
    {
        Bindings.Codes($$"""{ "id": "a", "type": "test.echo", "with": { "text": "a" }, "compensate": [ {{Echo("u", "steps.a.output.text")}} ] }, {{Echo("b", "steps.u.output.text")}}""")
            .ShouldBe(["WK2203 /steps/1/with/text"]);
    }

    [Fact]
    public void A_conditional_owner_is_there_for_its_compensation() =>
        Bindings.Codes($$"""{ "id": "a", "type": "test.echo", "if": "inputs.n > 1", "with": { "text": "a" }, "compensate": [ {{Echo("u", "steps.a.output.text")}} ] }""").ShouldBeEmpty();

    [Theory]
    [InlineData("\"if\": \"inputs.n > 1\"")]
    [InlineData("\"onError\": \"continue\"")]
    public void A_step_that_may_be_skipped_or_may_fail_may_be_absent(string member)
    {
        var step = A.Replace("\"type\"", member + ", \"type\"");

        Bindings.Codes($"{step}, {Echo("b", "steps.a.output.text")}").ShouldBe(["WK2104 /steps/1/with/text"]);
        Bindings.Codes($"{step}, {Echo("b", "steps.a.status == 'completed' ? steps.a.output.text : ''")}").ShouldBeEmpty();
    }

    [Fact]
    public void Without_an_answer_in_time_an_input_may_be_absent_unless_its_steps_end_the_run()
    {
        Bindings.Codes($"{Input("""{ "id": "x", "type": "log", "message": "late" }""")}, {Echo("b", "steps.a.output.word")}").ShouldBe(["WK2104 /steps/1/with/text"]);
        Bindings.Codes($"{Input("""{ "id": "x", "type": "return" }""")}, {Echo("b", "steps.a.output.word")}").ShouldBeEmpty();

        static string Input(string late) =>
            $$"""{ "id": "a", "type": "input", "timeout": "PT1H", "with": { "title": "?", "schema": { "type": "object", "properties": { "word": { "type": "string" } }, "required": ["word"] } }, "onTimeout": [ {{late}} ] }""";
    }

    [Fact]
    public void The_outputs_see_what_has_run_at_the_end() =>
        Bindings.Codes(A, """, "outputs": { "a": "${{ steps.a.output.text }}", "b": "${{ steps.b.output }}" }""").ShouldBe(["WK2201 /outputs/b"]);

    [Fact]
    public void A_concurrency_key_sees_the_inputs_alone() =>
        Bindings.Codes(A, """, "options": { "concurrency": { "key": "inputs.text + steps.a.output.text", "limit": 1 } }""").ShouldHaveSingleItem().ShouldEndWith("/options/concurrency/key");

    private const string MaybeA = """{ "id": "a", "type": "test.echo", "if": "inputs.n > 1", "with": { "text": "a" } }""";

    [Theory]
    [InlineData("""{ "id": "s", "type": "switch", "cases": [ { "when": "has(steps.a.output)", "steps": [ READ ] } ], "default": [] }""")]
    [InlineData("""{ "id": "s", "type": "switch", "cases": [ { "when": "inputs.n > 3 && steps.a.status == 'completed'", "steps": [ READ ] } ], "default": [] }""")]
    [InlineData("""{ "id": "s", "type": "switch", "cases": [ { "when": "!has(steps.a.output)", "steps": [] } ], "default": [ READ ] }""")]
    [InlineData("""{ "id": "s", "type": "switch", "cases": [ { "when": "!has(steps.a.output)", "steps": [] }, { "when": "steps.a.output.text != ''", "steps": [ READ ] } ], "default": [] }""")]
    [InlineData("""{ "id": "b", "type": "test.echo", "if": "has(steps.a.output)", "with": { "text": "${{ steps.a.output.text }}" } }""")]
    [InlineData("""{ "id": "l", "type": "forEach", "items": "[1]", "if": "has(steps.a.output)", "steps": [ { "id": "m", "type": "repeat", "steps": [ READ ], "until": "steps.b.output.text == steps.a.output.text" } ] }""")]
    [InlineData("""{ "id": "p", "type": "parallel", "branches": [ { "id": "x", "if": "has(steps.a.output)", "steps": [ READ ] } ] }""")]
    [InlineData("""{ "id": "t", "type": "try", "steps": [], "catch": [ { "when": "has(steps.a.output)", "steps": [ READ ] } ] }""")]
    [InlineData("""{ "id": "u", "type": "test.echo", "if": "has(steps.a.output)", "with": { "text": "u" }, "compensate": [ READ ] }""")]
    public void What_a_condition_around_a_step_has_shown_to_be_there_is_there(string reader) =>
        Bindings.Codes($"{MaybeA}, {reader.Replace("READ", Echo("b", "steps.a.output.text"), StringComparison.Ordinal)}").ShouldBeEmpty();

    [Theory]
    [InlineData("""{ "id": "s", "type": "switch", "cases": [ { "when": "has(steps.a.output)", "steps": [] } ], "default": [ READ ] }""")]
    [InlineData("""{ "id": "s", "type": "switch", "cases": [ { "when": "has(steps.a.output) || inputs.n > 3", "steps": [ READ ] } ], "default": [] }""")]
    [InlineData("""{ "id": "s", "type": "switch", "cases": [ { "when": "has(steps.a.output)", "steps": [] } ], "default": [] }, READ""")]
    [InlineData("""{ "id": "c", "type": "test.echo", "if": "has(steps.a.output)", "with": { "text": "c" } }, READ""")]
    [InlineData("""{ "id": "w", "type": "while", "condition": "has(steps.a.output)", "maxIterations": 2, "steps": [ READ ] }""")]
    public void What_it_has_not_shown_may_still_be_absent(string reader) =>
        Bindings.Codes($"{MaybeA}, {reader.Replace("READ", Echo("b", "steps.a.output.text"), StringComparison.Ordinal)}").ShouldHaveSingleItem().ShouldStartWith("WK2104 ");

    [Fact]
    public void What_is_known_of_a_name_is_forgotten_where_a_loop_gives_it_to_something_else()
    {
        var known = Facts.None.With(["item", "item.note", "items.first"]).Without("item");

        new[] { "item", "item.note", "items.first" }.Where(known.Has).ShouldBe(["items.first"]);
    }

    private static string Echo(string id, string expression) => $$$"""{ "id": "{{{id}}}", "type": "test.echo", "with": { "text": "${{ {{{expression}}} }}" } }""";

    [Theory]
    [InlineData("""{ "id": "x", "type": "log", "message": "m" }""", "a `log` step gives none")]
    [InlineData("""{ "id": "x", "type": "wait", "for": "PT1S" }""", "a `wait` step gives none")]
    [InlineData("""{ "id": "x", "type": "switch", "cases": [], "default": [] }""", "a `switch` step gives none")]
    [InlineData("""{ "id": "x", "type": "try", "steps": [], "catch": [] }""", "a `try` step gives none")]
    [InlineData("""{ "id": "x", "type": "repeat", "steps": [], "until": "true" }""", "a `repeat` step gives none")]
    [InlineData("""{ "id": "x", "type": "forEach", "items": "[1]", "steps": [ { "id": "l", "type": "log", "message": "m" } ] }""", "the last step of its passes gives none")]
    public void A_step_without_an_output_says_so(string step, string why)
    {
        var diagnostic = Bindings.Check($"{step}, {Echo("b", "string(steps.x.output)")}").ShouldHaveSingleItem();

        diagnostic.Code.ShouldBe("WK2205");
        diagnostic.Message.ShouldBe($"`x` has no output to read: {why}.");
        diagnostic.Hint.ShouldNotBeNull();
    }

    [Fact]
    public void The_status_of_a_step_without_an_output_can_be_read() =>
        Bindings.Codes($$"""{ "id": "x", "type": "log", "message": "m" }, {{Echo("b", "steps.x.status")}}""").ShouldBeEmpty();

    [Fact]
    public void A_loop_whose_last_step_is_unknown_is_not_blamed_for_its_output() =>
        Bindings.Codes($$"""{ "id": "x", "type": "forEach", "items": "[1]", "steps": [ { "id": "l", "type": "test.nothing" } ] }, {{Echo("b", "string(steps.x.output)")}}""")
            .ShouldNotContain(static code => code.StartsWith("WK2205", StringComparison.Ordinal));
}
