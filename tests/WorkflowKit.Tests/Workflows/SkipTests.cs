using System.Text.Json;

namespace WorkflowKit.Tests.Workflows;

/// <summary>Steps that failed while their own expressions were worked out, and that a person leaves out.</summary>
public sealed class SkipTests
{
    private const string Inputs = """{ "type": "object", "properties": { "text": { "type": "string", "default": "no number" } } }""";

    [Fact]
    public async Task One_that_failed_in_its_with_is_skipped_with_a_substitute()
    {
        await using var host = new WorkflowHost();
        var id = await FailedAsync(host, "fetch", """
            { "id": "fetch", "type": "test.echo", "with": { "text": "number ${{ int(inputs.text) }}" } },
            { "id": "use", "type": "test.echo", "with": { "text": "got ${{ steps.fetch.output.text }}" } }
            """);

        var record = await SkippedAsync(host, id, "fetch", """{ "text": "number 5" }""");

        record.ShouldHaveCompleted();
        record.Step("fetch").Status.ShouldBe(StepStatus.Skipped);
        host.Journal.Lines.ShouldBe(["got number 5"]);
    }

    [Fact]
    public async Task One_that_failed_in_its_with_is_skipped_without_one()
    {
        await using var host = new WorkflowHost();
        var id = await FailedAsync(host, "fetch", """
            { "id": "first", "type": "test.echo", "with": { "text": "first" } },
            { "id": "fetch", "type": "test.echo", "with": { "text": "number ${{ int(inputs.text) }}" } },
            { "id": "last", "type": "test.echo", "with": { "text": "last" } }
            """);

        var record = await SkippedAsync(host, id, "fetch");

        record.ShouldHaveCompleted();
        record.Skips().ShouldBe(["fetch"]);
        host.Journal.Lines.ShouldBe(["first", "last"]);
    }

    [Fact]
    public async Task A_step_that_then_misses_the_output_is_skipped_in_its_turn()
    {
        await using var host = new WorkflowHost();
        var id = await FailedAsync(host, "fetch", """
            { "id": "fetch", "type": "test.echo", "with": { "text": "number ${{ int(inputs.text) }}" } },
            { "id": "use", "type": "test.echo", "with": { "text": "${{ steps.fetch.output.text }}" } },
            { "id": "last", "type": "test.echo", "with": { "text": "last" } }
            """);

        (await SkippedAsync(host, id, "fetch")).ShouldHaveFailed("use", type: "expression");
        var record = await SkippedAsync(host, id, "use");

        record.ShouldHaveCompleted();
        record.Skips().ShouldBe(["fetch", "use"]);
        host.Journal.Lines.ShouldBe(["last"]);
    }

    [Theory]
    [InlineData(null, "got nothing"), InlineData("""{ "text": "five" }""", "got five")]
    public async Task One_that_failed_in_its_if_is_skipped(string? substitute, string expected)
    {
        await using var host = new WorkflowHost();
        var id = await FailedAsync(host, "fetch", """
            { "id": "fetch", "type": "test.echo", "if": "int(inputs.text) > 0", "with": { "text": "${{ inputs.text }}" } },
            { "id": "use", "type": "test.echo", "with": { "text": "got ${{ steps.?fetch.?output.?text.orValue('nothing') }}" } }
            """);

        (await SkippedAsync(host, id, "fetch", substitute)).ShouldHaveCompleted();

        host.Journal.Lines.ShouldBe([expected]);
    }

    [Fact]
    public async Task One_in_a_pass_of_a_loop_is_skipped_and_the_other_passes_are_not()
    {
        await using var host = new WorkflowHost();
        var id = await FailedAsync(host, "one", """
            { "id": "each", "type": "forEach", "items": "['1', 'two', '3']", "steps": [
                { "id": "one", "type": "test.echo", "with": { "text": "${{ string(int(item) * 2) }}" } } ] }
            """);

        var record = await SkippedAsync(host, id, "each[1]/one", """{ "text": "4" }""");

        record.ShouldHaveCompleted();
        record.Step("each").Output.ShouldNotBeNull().GetRawText().ShouldBe("""[{"text":"2"},{"text":"4"},{"text":"6"}]""");
        host.Journal.Lines.ShouldBe(["2", "6"]);
    }

    [Theory]
    [InlineData("""{ "id": "bad", "type": "forEach", "items": "[1, 2].filter(i, i > int(inputs.text))", "steps": [ { "id": "in", "type": "test.echo", "with": { "text": "x" } } ] }""")]
    [InlineData("""{ "id": "bad", "type": "wait", "for": "duration(inputs.text)" }""")]
    [InlineData("""{ "id": "bad", "type": "input", "with": { "title": "Number ${{ int(inputs.text) }}", "schema": { "type": "object" } } }""")]
    [InlineData("""{ "id": "bad", "type": "workflow", "workflow": "other", "with": { "number": "${{ int(inputs.text) }}" } }""")]
    [InlineData("""{ "id": "bad", "type": "switch", "cases": [ { "when": "int(inputs.text) > 0", "steps": [ { "id": "in", "type": "test.echo", "with": { "text": "x" } } ] } ], "default": [] }""")]
    [InlineData("""{ "id": "bad", "type": "switch", "if": "int(inputs.text) > 0", "cases": [ { "when": "true", "steps": [ { "id": "in", "type": "test.echo", "with": { "text": "x" } } ] } ], "default": [] }""")]
    [InlineData("""{ "id": "bad", "type": "parallel", "branches": [ { "id": "b", "if": "int(inputs.text) > 0", "steps": [ { "id": "in", "type": "test.echo", "with": { "text": "x" } } ] } ] }""")]
    public async Task A_step_of_the_language_whose_expressions_failed_is_skipped(string step)
    {
        await using var host = new WorkflowHost();
        await host.SaveAsync(new Workflow("""{ "id": "a", "type": "test.echo", "with": { "text": "x" } }""") { Id = "other" });
        var id = await FailedAsync(host, "bad", step + """, { "id": "last", "type": "test.echo", "with": { "text": "last" } }""");

        var record = await SkippedAsync(host, id, "bad");

        record.ShouldHaveCompleted();
        record.Step("bad").Status.ShouldBe(StepStatus.Skipped);
        host.Journal.Lines.ShouldBe(["last"]);
    }

    [Fact]
    public async Task What_was_skipped_stays_so_when_the_run_is_taken_up_again()
    {
        await using var host = new WorkflowHost();
        var id = await FailedAsync(host, "fetch", """
            { "id": "fetch", "type": "test.echo", "if": "int(inputs.text) != 7", "with": { "text": "number ${{ int(inputs.text) }}" } },
            { "id": "ask", "type": "input", "with": { "title": "Go on?", "schema": { "type": "object" } } },
            { "id": "use", "type": "test.echo", "with": { "text": "got ${{ steps.?fetch.?output.?text.orValue('nothing') }}" } }
            """);
        await host.Engine.SkipAsync(id, "fetch", JsonElement.Parse("""{ "text": "five" }"""), cancellationToken: TestContext.Current.CancellationToken);
        await host.UntilStatusAsync(id, ExecutionStatus.Paused);

        await host.SupplyAsync(id, "ask", "{}");

        (await host.UntilFinishedAsync(id)).ShouldHaveCompleted();
        host.Journal.Lines.ShouldBe(["got five"]);
    }

    [Fact]
    public async Task One_beside_others_is_skipped_and_they_are_not_run_again()
    {
        await using var host = new WorkflowHost();
        var id = await FailedAsync(host, "bad", """
            { "id": "all", "type": "parallel", "mode": "settle", "branches": [
                { "id": "a", "steps": [ { "id": "bad", "type": "switch", "if": "int(inputs.text) > 0", "cases": [ { "when": "true", "steps": [ { "id": "in", "type": "test.echo", "with": { "text": "x" } } ] } ], "default": [] } ] },
                { "id": "b", "steps": [ { "id": "slow", "type": "wait", "for": "PT1S" }, { "id": "other", "type": "test.echo", "with": { "text": "other" } } ] } ] }
            """);

        (await SkippedAsync(host, id, "bad")).ShouldHaveCompleted();

        host.Journal.Lines.ShouldBe(["other"]);
    }

    [Fact]
    public async Task What_a_skipped_step_did_not_do_is_not_undone()
    {
        await using var host = new WorkflowHost();
        var id = await FailedAsync(host, "book", """
            { "id": "book", "type": "test.echo", "with": { "text": "${{ string(int(inputs.text)) }}" },
              "compensate": [ { "id": "undo", "type": "test.echo", "with": { "text": "undo" } } ] },
            { "id": "stop", "type": "fail", "message": "enough" }
            """);

        (await SkippedAsync(host, id, "book", """{ "text": "booked by hand" }""")).ShouldHaveFailed("stop");

        host.Journal.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_run_that_completes_without_its_failed_step_has_nothing_left_to_come()
    {
        await using var host = new WorkflowHost();
        var id = await FailedAsync(host, "pay", """
            { "id": "book", "type": "test.echo", "with": { "text": "book" }, "compensate": [ { "id": "undo", "type": "test.echo", "with": { "text": "undo" } } ] },
            { "id": "pay", "type": "test.echo", "with": { "text": "pay ${{ int(inputs.text) }}" } }
            """);

        var record = await SkippedAsync(host, id, "pay");

        record.ShouldHaveCompleted();
        record.StepResults.Select(step => $"{step.Path} {step.Status}").ShouldBe(["book Completed", "pay Skipped"]);
        record.Progress.ShouldBe(new ExecutionProgress(2, 2));
        host.Journal.Lines.ShouldBe(["book", "undo", "book"]);
    }

    private static async Task<string> FailedAsync(WorkflowHost host, string stepId, string steps)
    {
        var record = await host.RunAsync(new Workflow(steps) { Inputs = Inputs });
        record.ShouldHaveFailed(stepId, type: "expression");
        return record.Id;
    }

    private static async Task<ExecutionRecord> SkippedAsync(WorkflowHost host, string id, string path, string? substitute = null)
    {
        JsonElement? output = substitute is null ? null : JsonElement.Parse(substitute);
        await host.Engine.SkipAsync(id, path, output, new() { By = "ann" }, TestContext.Current.CancellationToken);
        return await host.UntilFinishedAsync(id);
    }
}
