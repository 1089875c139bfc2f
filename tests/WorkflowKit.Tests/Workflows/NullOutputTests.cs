namespace WorkflowKit.Tests.Workflows;

/// <summary>Steps that give null: those that say so, and those that do not.</summary>
public sealed class NullOutputTests
{
    [Fact]
    public async Task An_output_that_may_be_null_can_be_compared_with_null()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "no", "type": "test.mayGiveNothing" },
            { "id": "yes", "type": "test.mayGiveNothing", "with": { "text": "here" } }
            """)
        {
            Outputs = """["${{ steps.no.output == null }}", "${{ steps.yes.output == null }}", "${{ steps.no.output.?text.orValue('none') }}", "${{ steps.yes.output.text }}"]""",
        });

        record.ShouldHaveOutputs("""[true,false,"none","here"]""");
    }

    [Fact]
    public async Task Reading_a_member_of_null_fails_with_the_path()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "no", "type": "test.mayGiveNothing" },
            { "id": "read", "type": "set", "with": "${{ steps.no.output.text }}" }
            """));

        record.ShouldHaveFailed("read");
        record.Error!.Message.ShouldContain("steps.no.output");
    }

    [Fact]
    public async Task A_step_that_gives_null_against_its_promise_fails_itself()
    {
        await using var host = new WorkflowHost();

        var record = await host.RunAsync(new Workflow("""
            { "id": "bad", "type": "test.givesNothing", "retry": { "maxAttempts": 3, "delay": "PT1S" } },
            { "id": "read", "type": "set", "with": "${{ steps.bad.output.text }}" }
            """));

        record.ShouldHaveFailed("bad");
        record.Error!.Code.ShouldBe("output_null");
        record.StepResults[0].Attempt.ShouldBe(1);
    }
}
