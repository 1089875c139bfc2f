namespace WorkflowKit.EndToEnd.Samples;

/// <summary>The commands of the README, typed by a machine.</summary>
public sealed class ConsoleSampleTests
{
    [Fact]
    public async Task Without_arguments_it_compiles_all_eight_workflows_and_says_how_to_run_one()
    {
        var (exitCode, output) = await ConsoleSample.RunAsync();

        exitCode.ShouldBe(0, output);
        foreach (var id in new[] { "order-fulfilment", "stock-report", "export-data", "trip-booking", "morning-briefing", "month-end", "expense-claim", "fastest-quote" })
            output.ShouldContain(id);
        output.ShouldNotContain("errors");
    }

    [Theory]
    [InlineData("order-fulfilment", """{"orderId":"A-17"}""", "confirm")]
    [InlineData("stock-report", "{}", "Nine Lanterns")]
    [InlineData("export-data", "{}", "EX-0001.csv")]
    [InlineData("trip-booking", """{"traveller":"Ada","city":"Venice"}""", "TR-0003")]
    [InlineData("morning-briefing", "{}", "A good day")]
    [InlineData("month-end", "{}", "Pocket Level")]
    [InlineData("expense-claim", """{"employee":"Bo","amount":30}""", "PY-0001")]
    [InlineData("fastest-quote", """{"weight":25}""", "winner")]
    public async Task A_sample_workflow_runs_to_its_end(string id, string input, string expected)
    {
        var (exitCode, output) = await ConsoleSample.RunAsync("run", id, "--input", input);

        exitCode.ShouldBe(0, output);
        output.ShouldContain("Completed in");
        output.ShouldContain(expected);
    }

    [Fact]
    public async Task An_order_over_the_limit_waits_for_an_answer_and_goes_on_with_it()
    {
        var (exitCode, output) = await ConsoleSample.RunAsync("run", "order-fulfilment", "--input", """{"orderId":"B-17"}""", "--answer", """{"approved":true}""");

        exitCode.ShouldBe(0, output);
        output.ShouldContain("paused (Input)");
        output.ShouldContain("Completed in");
    }

    [Fact]
    public async Task A_booking_that_fails_undoes_what_was_booked_before()
    {
        var (exitCode, output) = await ConsoleSample.RunAsync("run", "trip-booking", "--input", """{"traveller":"Ada","city":"Atlantis"}""");

        exitCode.ShouldBe(1, output);
        output.ShouldContain("Cancel the flight");
        output.ShouldContain("no_such_city");
    }

    [Fact]
    public async Task It_shows_the_csharp_of_a_workflow()
    {
        var (exitCode, output) = await ConsoleSample.RunAsync("show-csharp", "order-fulfilment");

        exitCode.ShouldBe(0, output);
        output.ShouldContain("if (fetch.Total > inputs.Limit)");
    }

    [Theory]
    [InlineData("no-such-workflow", "{}", "There is no workflow")]
    [InlineData("order-fulfilment", "{", "That is not JSON")]
    [InlineData("order-fulfilment", "{}", "orderId")]
    public async Task What_cannot_be_run_is_refused_with_a_reason(string id, string input, string expected)
    {
        var (exitCode, output) = await ConsoleSample.RunAsync("run", id, "--input", input);

        exitCode.ShouldBe(2, output);
        output.ShouldContain(expected);
    }
}
