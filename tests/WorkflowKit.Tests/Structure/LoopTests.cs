namespace WorkflowKit.Tests.Structure;

public sealed class LoopTests
{
    private const string Poll = """{ "id": "poll", "type": "http.request", "with": { "url": "https://example.com" } }""";

    [Theory]
    [InlineData("""{ "id": "l", "type": "while", "condition": "true", "steps": [""" + Poll + "] }", "/steps/0/condition")]
    [InlineData("""{ "id": "l", "type": "while", "condition": "inputs.count > 0", "steps": [""" + Poll + "] }", "/steps/0/condition")]
    [InlineData("""{ "id": "l", "type": "repeat", "until": "false", "steps": [""" + Poll + "] }", "/steps/0/until")]
    [InlineData("""{ "id": "l", "type": "repeat", "until": "steps.polled.output == 1", "steps": [""" + Poll + "] }", "/steps/0/until")]
    public void A_loop_that_nothing_ends_is_a_warning(string steps, string pointer) => Structures.OfSteps(steps).ShouldBe([$"WK3008 {pointer}"]);

    [Theory]
    [InlineData("""{ "id": "l", "type": "while", "condition": "true", "maxIterations": 5, "steps": [""" + Poll + "] }")]
    [InlineData("""{ "id": "l", "type": "while", "condition": "true", "steps": [""" + Poll + """, { "id": "x", "type": "return", "if": "steps.poll.output.status == 200" }] }""")]
    [InlineData("""{ "id": "l", "type": "repeat", "until": "steps.poll.output.status == 200", "delay": "PT1S", "steps": [""" + Poll + "] }")]
    [InlineData("""{ "id": "l", "type": "repeat", "until": "steps.?poll.?output.hasValue()", "steps": [""" + Poll + "] }")]
    [InlineData("""{ "id": "l", "type": "repeat", "until": "true", "steps": [""" + Poll + "] }")]
    [InlineData("""
        { "id": "l", "type": "while", "condition": "true", "steps": [
          { "id": "s", "type": "switch", "cases": [{ "when": "inputs.a", "steps": [{ "id": "x", "type": "fail", "message": "no" }] }], "default": [] }] }
        """)]
    public void A_loop_that_something_ends_is_not(string steps) => Structures.OfSteps(steps).ShouldBeEmpty();
}
