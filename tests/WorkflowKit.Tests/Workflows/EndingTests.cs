namespace WorkflowKit.Tests.Workflows;

/// <summary>return and fail.</summary>
public sealed class EndingTests
{
    private const string Booking = """
        { "id": "book", "type": "test.echo", "with": { "text": "book" }, "compensate": [ { "id": "undo", "type": "test.echo", "with": { "text": "undo" } } ] }
        """;

    [Fact]
    public async Task Return_ends_the_run_with_its_output()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "done", "type": "return", "if": "inputs.n > 1", "with": { "early": true, "n": "${{ inputs.n }}" } },
            { "id": "late", "type": "test.echo", "with": { "text": "late" } }
            """)
        {
            Inputs = """{ "type": "object", "properties": { "n": { "type": "integer" } }, "required": ["n"] }""",
            Outputs = """{ "early": false }""",
        }, new { n = 2 });

        record.ShouldHaveOutputs("""{ "early": true, "n": 2 }""");
        host.Journal.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Return_whose_condition_is_false_lets_the_run_go_on()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "done", "type": "return", "if": "false", "with": { "early": true } },
            { "id": "late", "type": "test.echo", "with": { "text": "late" } }
            """) { Outputs = """{ "early": false }""" });

        record.ShouldHaveOutputs("""{ "early": false }""");
    }

    [Theory]
    [InlineData("""{ "id": "box", "type": "switch", "cases": [ { "when": "true", "steps": [ RETURN ] } ], "default": [] }""")]
    [InlineData("""{ "id": "box", "type": "forEach", "items": "[1, 2, 3]", "steps": [ RETURN ] }""")]
    [InlineData("""{ "id": "box", "type": "parallel", "branches": [ { "id": "one", "steps": [ RETURN ] } ] }""")]
    [InlineData("""{ "id": "box", "type": "try", "steps": [ RETURN ], "catch": [ { "steps": [ { "id": "caught", "type": "test.echo", "with": { "text": "caught" } } ] } ] }""")]
    [InlineData("""{ "id": "box", "type": "repeat", "until": "true", "steps": [ RETURN ] }""")]
    [InlineData("""{ "id": "box", "type": "while", "condition": "true", "steps": [ RETURN ] }""")]
    [InlineData("""{ "id": "box", "type": "try", "steps": [ { "id": "bad", "type": "fail", "message": "bad" } ], "catch": [ { "steps": [ RETURN ] } ] }""")]
    public async Task Return_ends_the_run_from_inside_any_container(string box)
    {
        await using var host = new WorkflowHost();
        var inner = """{ "id": "done", "type": "return", "with": { "from": "inside" } }""";

        var record = await host.RunAsync(new Workflow(box.Replace("RETURN", inner) + """
            , { "id": "late", "type": "test.echo", "with": { "text": "late" } }
            """) { Outputs = """{ "from": "the end" }""" });

        record.ShouldHaveOutputs("""{ "from": "inside" }""");
        host.Journal.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Return_runs_the_finally_it_leaves()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "box", "type": "try", "steps": [ { "id": "done", "type": "return", "with": { "x": 1 } } ],
              "finally": [ { "id": "last", "type": "test.echo", "with": { "text": "finally" } } ] }
            """));

        record.ShouldHaveOutputs("""{ "x": 1 }""");
        host.Journal.Lines.ShouldBe(["finally"]);
    }

    [Fact]
    public async Task Return_without_a_value_completes_the_run()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""{ "id": "done", "type": "return" }"""));

        record.ShouldHaveCompleted();
    }

    [Fact]
    public async Task Fail_ends_the_run_with_its_message_and_code()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "stop", "type": "fail", "message": "Order ${{ inputs.id }} was refused.", "code": "refused" }
            """) { Inputs = """{ "type": "object", "properties": { "id": { "type": "string" } }, "required": ["id"] }""" }, new { id = "A-17" });

        record.ShouldHaveFailed("stop", type: "fail");
        record.Error!.Message.ShouldBe("Order A-17 was refused.");
        record.Error.Code.ShouldBe("refused");
    }

    [Theory]
    [InlineData("${{ lists.range(200) }}", "output", "output_limit", "larger than 500 bytes")]
    [InlineData("${{ 1.0 / inputs.zero }}", "expression", "conversion", "a finite number")]
    [InlineData("${{ inputs.none.at }}", "expression", "no_such_key", "There is no 'none'")]
    public async Task Outputs_that_cannot_be_kept_fail_the_run_and_what_it_did_is_undone(string output, string type, string code, string message)
    {
        await using var host = new WorkflowHost(kit => kit.ConfigureEngine(options => options.MaxOutputBytes = 500));

        var record = await host.RunAsync(new Workflow(Booking) { Outputs = $$"""{ "all": "{{output}}" }""" }, new { zero = 0.0 });

        record.ShouldHaveFailed(type: type);

        record.Error!.StepId.ShouldBeNull();
        record.Error!.Code.ShouldBe(code);
        record.Error.Message.ShouldStartWith("The workflow's outputs cannot be made: ");
        record.Error.Message.ShouldContain(message);
        host.Journal.Lines.ShouldBe(["book", "undo"]);
    }

    [Fact]
    public async Task A_return_of_more_than_a_step_may_give_fails_and_what_the_run_did_is_undone()
    {
        await using var host = new WorkflowHost(kit => kit.ConfigureEngine(options => options.MaxOutputBytes = 500));

        var record = await host.RunAsync(new Workflow(Booking + """, { "id": "done", "type": "return", "with": { "all": "${{ lists.range(200) }}" } }"""));

        record.ShouldHaveFailed("done", type: "output");
        host.Journal.Lines.ShouldBe(["book", "undo"]);
    }
}
