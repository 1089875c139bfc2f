namespace WorkflowKit.Tests.Workflows;

public sealed class CompensationTests
{
    [Fact]
    public async Task Completed_steps_are_undone_in_reverse_order_when_the_run_fails()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "flight", "type": "test.echo", "with": { "text": "flight" },
              "compensate": [ { "id": "undoFlight", "type": "test.echo", "with": { "text": "undo ${{ steps.flight.output.text }}" } } ] },
            { "id": "hotel", "type": "test.echo", "with": { "text": "hotel" },
              "compensate": [ { "id": "undoHotel", "type": "test.echo", "with": { "text": "undo ${{ steps.hotel.output.text }} of ${{ steps.flight.output.text }}" } } ] },
            { "id": "car", "type": "fail", "message": "no car" }
            """));

        record.ShouldHaveFailed("car");
        host.Journal.Lines.ShouldBe(["flight", "hotel", "undo hotel of flight", "undo flight"]);
    }

    [Fact]
    public async Task Nothing_is_undone_when_the_run_completes()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "flight", "type": "test.echo", "with": { "text": "flight" },
              "compensate": [ { "id": "undoFlight", "type": "test.echo", "with": { "text": "undo" } } ] }
            """));

        record.ShouldHaveCompleted();
        host.Journal.Lines.ShouldBe(["flight"]);
    }

    [Fact]
    public async Task A_step_that_did_not_run_is_not_undone()
    {
        await using var host = new WorkflowHost();

        await host.RunAsync(new Workflow("""
            { "id": "flight", "type": "test.echo", "if": "false", "with": { "text": "flight" },
              "compensate": [ { "id": "undoFlight", "type": "test.echo", "with": { "text": "undo" } } ] },
            { "id": "car", "type": "fail", "message": "no car" }
            """));

        host.Journal.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_fails_behind_a_step_that_can_be_undone_is_no_failure_of_that_step()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "each", "type": "forEach", "items": "inputs.numbers", "result": "1 / item", "steps": [
                { "id": "book", "type": "test.echo", "with": { "text": "book" },
                  "compensate": [ { "id": "undo", "type": "test.echo", "with": { "text": "undo" } } ] } ] }
            """) { Inputs = """{ "type": "object", "properties": { "numbers": { "type": "array", "items": { "type": "integer" } } }, "required": ["numbers"] }""" },
            new { numbers = new[] { 0 } });

        record.ShouldHaveFailed("each", type: "expression");
        record.Step("book").Status.ShouldBe(StepStatus.Completed);
        host.Journal.Lines.ShouldBe(["book", "undo"]);
    }

    [Fact]
    public async Task Every_completed_pass_of_a_loop_is_undone()
    {
        await using var host = new WorkflowHost();

        await host.RunAsync(new Workflow("""
            { "id": "each", "type": "forEach", "items": "['a', 'b']", "steps": [
                { "id": "book", "type": "test.echo", "with": { "text": "${{ item }}" },
                  "compensate": [ { "id": "undo", "type": "test.echo", "with": { "text": "undo ${{ item }} ${{ steps.book.output.text }}" } } ] } ] },
            { "id": "car", "type": "fail", "message": "no car" }
            """));

        host.Journal.Lines.ShouldBe(["a", "b", "undo b b", "undo a a"]);
    }

    [Fact]
    public async Task A_failure_that_was_caught_undoes_nothing()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "guard", "type": "try",
              "steps": [
                { "id": "book", "type": "test.echo", "with": { "text": "book" }, "compensate": [ { "id": "undo", "type": "test.echo", "with": { "text": "undo" } } ] },
                { "id": "break", "type": "fail", "message": "broken" } ],
              "catch": [ { "steps": [] } ] }
            """));

        record.ShouldHaveCompleted();
        host.Journal.Lines.ShouldBe(["book"]);
    }

    [Fact]
    public async Task Each_pass_of_a_while_is_undone_with_its_own_output()
    {
        await using var host = new WorkflowHost();

        await host.RunAsync(new Workflow("""
            { "id": "loop", "type": "while", "condition": "steps.?n.?output.?number.orValue(0) < 3", "steps": [
                { "id": "n", "type": "test.count", "with": { "name": "n" }, "compensate": [ { "id": "undo", "type": "test.echo", "with": { "text": "undo ${{ steps.n.output.number }}" } } ] } ] },
            { "id": "car", "type": "fail", "message": "no car" }
            """));

        host.Journal.Lines.Where(static line => line.StartsWith("undo", StringComparison.Ordinal)).ShouldBe(["undo 3", "undo 2", "undo 1"]);
    }

    [Fact]
    public async Task Each_pass_of_a_repeat_is_undone_with_all_that_it_made()
    {
        await using var host = new WorkflowHost();

        await host.RunAsync(new Workflow("""
            { "id": "loop", "type": "repeat", "until": "steps.n.output.number == 2 && steps.text.output.text != ''", "steps": [
                { "id": "n", "type": "test.count", "with": { "name": "n" } },
                { "id": "text", "type": "test.echo", "with": { "text": "no. ${{ steps.n.output.number }}" },
                  "compensate": [ { "id": "undo", "type": "test.echo", "with": { "text": "undo ${{ steps.text.output.text }} (${{ steps.n.output.number }})" } } ] } ] },
            { "id": "car", "type": "fail", "message": "no car" }
            """));

        host.Journal.Lines.Where(static line => line.StartsWith("undo", StringComparison.Ordinal)).ShouldBe(["undo no. 2 (2)", "undo no. 1 (1)"]);
    }
}
