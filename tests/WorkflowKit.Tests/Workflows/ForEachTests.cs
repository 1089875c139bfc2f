namespace WorkflowKit.Tests.Workflows;

public sealed class ForEachTests
{
    [Fact]
    public async Task Results_stand_in_the_order_of_the_items()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "fetch", "type": "test.order", "with": { "id": "A-17" } },
            { "id": "ship", "type": "forEach", "items": "steps.fetch.output.lines", "as": "line",
              "steps": [ { "id": "book", "type": "test.echo", "with": { "text": "${{ index }}: ${{ line.quantity }} ${{ line.sku }}" } } ],
              "result": "steps.book.output.text" }
            """) { Outputs = """{ "shipped": "${{ steps.ship.output }}" }""" });

        record.ShouldHaveOutputs("""{ "shipped": ["0: 2 pen", "1: 1 ink", "2: 4 cup"] }""");
        record.StepResults.Select(one => one.Path).ShouldBe(["fetch", "ship", "ship[0]/book", "ship[1]/book", "ship[2]/book"]);
    }

    [Fact]
    public async Task Without_a_result_the_last_steps_outputs_are_the_results()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "each", "type": "forEach", "items": "[1, 2, 3]",
              "steps": [ { "id": "add", "type": "test.add", "with": { "a": "${{ item }}", "b": 10 } } ] }
            """) { Outputs = """{ "all": "${{ steps.each.output }}", "sum": "${{ steps.each.output[0].sum + steps.each.output[2].sum }}" }""" });

        record.ShouldHaveOutputs("""{ "all": [{ "sum": 11 }, { "sum": 12 }, { "sum": 13 }], "sum": 24 }""");
    }

    [Fact]
    public async Task An_empty_list_makes_no_pass()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "each", "type": "forEach", "items": "[]", "steps": [ { "id": "never", "type": "test.echo", "with": { "text": "never" } } ] }
            """) { Outputs = """{ "all": "${{ steps.each.output }}" }""" });

        record.ShouldHaveOutputs("""{ "all": [] }""");
        host.Journal.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task As_many_passes_run_at_once_as_the_definition_allows()
    {
        await using var host = new WorkflowHost();
        await host.SaveAsync(new Workflow("""
            { "id": "each", "type": "forEach", "items": "['a', 'b', 'c']", "concurrency": 2,
              "steps": [ { "id": "wait", "type": "test.gate", "with": { "name": "${{ item }}" } } ], "result": "steps.wait.output.name" }
            """) { Outputs = """{ "all": "${{ steps.each.output }}" }""" });

        var run = host.Engine.RunAsync("test");
        await host.Gates.ReachedAsync("a");
        await host.Gates.ReachedAsync("b");
        host.Gates.IsReached("c").ShouldBeFalse();
        host.Gates.Open("b");
        await host.Gates.ReachedAsync("c");
        host.Gates.Open("c");
        await host.UntilAsync(() => host.Journal.Lines.Contains("c"));
        host.Gates.Open("a");

        (await run).ShouldHaveOutputs("""{ "all": ["a", "b", "c"] }""");
        host.Journal.Lines[^1].ShouldBe("a");
    }

    [Fact]
    public async Task A_failing_item_stops_the_rest()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "each", "type": "forEach", "items": "[0, 9, 0]",
              "steps": [ { "id": "try", "type": "test.flaky", "with": { "failures": "${{ item }}", "text": "item ${{ index }}" } } ] }
            """));

        record.ShouldHaveFailed("try");
        record.Error!.Path.ShouldBe("each[1]/try");
        host.Journal.Lines.ShouldBe(["item 0 1", "item 1 1"]);
        record.Step("each").Status.ShouldBe(StepStatus.Failed);
    }

    [Fact]
    public async Task A_failing_item_that_may_fail_does_not_stop_the_rest()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "each", "type": "forEach", "items": "[0, 9, 0]",
              "steps": [ { "id": "try", "type": "test.flaky", "onError": "continue", "with": { "failures": "${{ item }}", "text": "item ${{ index }}" } } ],
              "result": "steps.try.status" }
            """) { Outputs = """{ "all": "${{ steps.each.output }}" }""" });

        record.ShouldHaveOutputs("""{ "all": ["completed", "failed", "completed"] }""");
    }

    [Fact]
    public async Task Loops_in_loops_know_their_own_and_the_outer_item()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "rows", "type": "forEach", "items": "['a', 'b']", "as": "row", "steps": [
                { "id": "columns", "type": "forEach", "items": "[1, 2]", "as": "column",
                  "steps": [ { "id": "cell", "type": "test.echo", "with": { "text": "${{ row }}${{ column }}" } } ],
                  "result": "steps.cell.output.text" } ] }
            """) { Outputs = """{ "cells": "${{ steps.rows.output }}" }""" });

        record.ShouldHaveOutputs("""{ "cells": [["a1", "a2"], ["b1", "b2"]] }""");
        record.StepResults.Select(one => one.Path).ShouldContain("rows[1]/columns[0]/cell");
    }

    [Fact]
    public async Task Items_that_are_known_only_at_run_time_must_be_a_list()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "each", "type": "forEach", "items": "inputs.things", "steps": [ { "id": "one", "type": "test.echo", "with": { "text": "x" } } ] }
            """) { Inputs = """{ "type": "object", "properties": { "things": {} } }""" }, new { things = 5 });

        record.ShouldHaveFailed("each", type: "expression");
    }
}
