namespace WorkflowKit.EndToEnd.Processes;

/// <summary>What steps start, and let throw, in a host as applications have it.</summary>
public sealed class StrayExceptionTests
{
    [Theory]
    [InlineData("thread"), InlineData("pool"), InlineData("async-void")]
    public async Task A_host_that_asks_for_it_lives_on_and_the_step_has_failed(string way)
    {
        var (exitCode, output) = await RunAsync(way, "catch");

        exitCode.ShouldBe(0, output);
        output.ShouldContain("first: failed, InvalidOperationException: astray");
        output.ShouldContain("second: completed");
    }

    [Fact]
    public async Task A_host_that_does_not_ask_ends_as_dotnet_has_it()
    {
        var (exitCode, output) = await RunAsync("thread", "leave");

        exitCode.ShouldNotBe(0);
        output.ShouldContain("Unhandled exception");
        output.ShouldNotContain("second");
    }

    [Fact]
    public async Task An_exception_of_the_host_itself_still_ends_it()
    {
        var (exitCode, output) = await RunAsync("own", "catch");

        exitCode.ShouldNotBe(0);
        output.ShouldContain("the host's own");
    }

    [Fact]
    public async Task A_host_with_a_handler_of_its_own_is_told_at_its_start()
    {
        var (exitCode, output) = await RunAsync("handler", "catch");

        exitCode.ShouldNotBe(0);
        output.ShouldContain("CatchStrayExceptions needs the process's handler");
    }

    private static Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) => OwnProcess.RunAsync("tests/WorkflowKit.StrayHost", arguments);
}
