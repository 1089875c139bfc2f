using WorkflowKit.Tests.Emission;

namespace WorkflowKit.Tests.Structure;

/// <summary>Warnings of what will hurt later, and near cases that are none.</summary>
public sealed class HazardTests
{
    [Theory]
    [InlineData("""{ "id": "a", "type": "forEach", "items": "[1, 2]", "concurrency": 3, "steps": [] }""", "/steps/0/concurrency")]
    [InlineData("""{ "id": "a", "type": "parallel", "maxConcurrency": 2, "branches": [{ "id": "b", "steps": [] }] }""", "/steps/0/maxConcurrency")]
    [InlineData("""{ "id": "a", "type": "repeat", "until": "steps.b.status == 'completed'", "delay": "PT1M", "maxIterations": 61, "steps": [{ "id": "b", "type": "mail.send" }] }""", "/steps/0/maxIterations")]
    public void A_limit_that_nothing_comes_to_is_told(string step, string pointer) =>
        Structures.OfSteps(step, """ "options": { "timeout": "PT1H" }, """).ShouldBe([$"WK3012 {pointer}"]);

    [Theory]
    [InlineData("""{ "id": "a", "type": "forEach", "items": "[1, 2]", "concurrency": 2, "steps": [] }""")]
    [InlineData("""{ "id": "a", "type": "forEach", "items": "[]", "steps": [] }""")]
    [InlineData("""{ "id": "a", "type": "forEach", "items": "inputs.list", "concurrency": 1000, "steps": [] }""")]
    [InlineData("""{ "id": "a", "type": "forEach", "items": "[1] + inputs.list", "concurrency": 4, "steps": [] }""")]
    [InlineData("""{ "id": "a", "type": "parallel", "maxConcurrency": 1, "branches": [{ "id": "b", "steps": [] }] }""")]
    [InlineData("""{ "id": "a", "type": "repeat", "until": "steps.b.status == 'completed'", "delay": "PT1M", "maxIterations": 60, "steps": [{ "id": "b", "type": "mail.send" }] }""")]
    public void A_limit_that_can_be_reached_is_not(string step) => Structures.OfSteps(step, """ "options": { "timeout": "PT1H" }, """).ShouldBeEmpty();

    [Fact]
    public void A_retry_of_a_step_that_says_it_is_not_idempotent_is_told() =>
        Structures.OfSteps("""{ "id": "a", "type": "billing.charge", "connection": "pay", "retry": { "maxAttempts": 2 } }""", """ "connections": { "pay": { "provider": "stripe" } }, """)
            .ShouldBe(["WK4009 /steps/0/retry"]);

    [Theory]
    [InlineData("""{ "id": "a", "type": "billing.charge", "connection": "pay", "retry": { "maxAttempts": 1 } }""")]
    [InlineData("""{ "id": "a", "type": "billing.charge", "connection": "pay" }, { "id": "b", "type": "mail.send", "retry": { "maxAttempts": 9 } }""")]
    public void Where_nothing_is_done_twice_or_nobody_says_that_it_hurts_it_is_not(string steps) =>
        Structures.OfSteps(steps, """ "connections": { "pay": { "provider": "stripe" } }, """).ShouldBeEmpty();

    [Theory]
    [InlineData("key", "sk_live_abcdefghijklmnop1234")]
    [InlineData("text", "use ghp_abcdefghijklmnopqrstuvwxyz0123456789 here")]
    [InlineData("key", "AKIAIOSFODNN7EXAMPLE")]
    [InlineData("text", "-----BEGIN RSA PRIVATE KEY-----\\nMIIE")]
    [InlineData("header", "Bearer abcdefghijklmnop.qrstuvwxyz")]
    [InlineData("url", "postgres://app:hunter22@db.example.com/orders")]
    [InlineData("db", "Host=db;Username=app;Password=hunter22")]
    [InlineData("password", "hunter22")]
    [InlineData("api_key", "a1b2c3d4e5")]
    [InlineData("clientSecret", "a1b2c3d4e5")]
    public void A_text_that_looks_like_a_secret_is_told_without_repeating_it(string name, string text)
    {
        var diagnostic = Structures.Check($$"""{ "id": "w", "steps": [{ "id": "a", "type": "mail.send", "with": { "{{name}}": "{{text}}" } }] }""").ShouldHaveSingleItem();

        diagnostic.Code.ShouldBe("WK4010");
        (diagnostic.Message + diagnostic.Hint).ShouldNotContain("hunter22");
    }

    [Theory]
    [InlineData("password", "${{ inputs.password }}")]
    [InlineData("password", "<password>")]
    [InlineData("password", "********")]
    [InlineData("password", "Enter your password")]
    [InlineData("token", "nextPageToken")]
    [InlineData("header", "Bearer ${{ inputs.token }}")]
    [InlineData("url", "https://example.com:8080/a@b")]
    [InlineData("url", "https://app:${{ inputs.x }}@example.com")]
    [InlineData("text", "The password=secret rule is no connection string")]
    [InlineData("text", "task-1234567890-abcdefghijklmnopqrstuvwxyz-0123456789")]
    [InlineData("schema", "privateKey")]
    public void A_text_that_only_speaks_of_secrets_is_not(string name, string text) =>
        Structures.Check($$"""{ "id": "w", "steps": [{ "id": "a", "type": "mail.send", "with": { "{{name}}": "{{text}}" } }] }""").ShouldBeEmpty();

    [Fact]
    public void An_output_that_nothing_reads_is_told() =>
        Codes("""{ "id": "w", "steps": [{ "id": "a", "type": "set", "with": 1 }] }""").ShouldBe(["WK2206"]);

    [Theory]
    [InlineData("""{ "id": "w", "steps": [{ "id": "a", "type": "set", "with": 1 }], "outputs": "${{ steps.a.output }}" }""")]
    [InlineData("""{ "id": "w", "steps": [{ "id": "a", "type": "set", "with": 1, "if": "1 < 2" }, { "id": "b", "type": "log", "message": "${{ steps.a.status }}" }] }""")]
    [InlineData("""{ "id": "w", "steps": [{ "id": "l", "type": "forEach", "items": "[1]", "steps": [{ "id": "a", "type": "set", "with": 1 }] }], "outputs": "${{ steps.l.output }}" }""")]
    [InlineData("""{ "id": "w", "steps": [{ "id": "a", "type": "test.echo", "with": { "text": "x" } }] }""")]
    public void An_output_that_is_read_or_beside_the_point_is_not(string definition) => Codes(definition).ShouldBeEmpty();

    [Theory]
    [InlineData(""" "retry": { "maxAttempts": 4, "delay": "PT30M" } """)]
    [InlineData(""" "retry": { "maxAttempts": 4, "delay": "PT15M", "backoff": "linear" } """)]
    [InlineData(""" "retry": { "maxAttempts": 8, "delay": "PT1M", "backoff": "exponential" } """)]
    [InlineData(""" "retry": { "maxAttempts": 1000, "delay": "P1D", "backoff": "exponential", "maxDelay": "PT5S" } """)]
    [InlineData(""" "timeout": "PT20M", "retry": { "maxAttempts": 4, "delay": "PT0S" } """)]
    [InlineData(""" "timeout": "P10000000D", "retry": { "maxAttempts": 2 } """, "WK3011 /steps/0/timeout")]
    public void Retries_that_go_on_for_longer_than_the_run_are_told(string members, string expected = "WK3013 /steps/0/retry") =>
        Structures.OfSteps($$"""{ "id": "a", "type": "mail.send", {{members}} }""", """ "options": { "timeout": "PT1H" }, """).ShouldBe([expected]);

    [Theory]
    [InlineData(""" "retry": { "maxAttempts": 3, "delay": "PT30M" } """)]
    [InlineData(""" "retry": { "maxAttempts": 8, "delay": "PT1M", "backoff": "exponential", "maxDelay": "PT5M" } """)]
    [InlineData(""" "timeout": "PT20M", "retry": { "maxAttempts": 3, "delay": "PT0S" } """)]
    [InlineData(""" "retry": { "maxAttempts": 1, "delay": "P1D" } """)]
    public void Retries_that_end_in_time_are_not(string members) =>
        Structures.OfSteps($$"""{ "id": "a", "type": "mail.send", {{members}} }""", """ "options": { "timeout": "PT1H" }, """).ShouldBeEmpty();

    [Fact]
    public void Where_the_run_may_take_any_time_so_may_retries() =>
        Structures.OfSteps("""{ "id": "a", "type": "mail.send", "timeout": "P1D", "retry": { "maxAttempts": 1000, "delay": "P1D", "backoff": "exponential" } }""").ShouldBeEmpty();

    [Fact]
    public void An_input_that_nothing_reads_is_told_at_its_name()
    {
        var found = Emitting.Emit(WithInputs("${{ inputs.a }}")).Diagnostics.ShouldHaveSingleItem();

        found.Code.ShouldBe("WK2207");
        found.Pointer.ShouldBe("/inputs/properties/b c");
        found.Message.ShouldBe("Nothing reads the input `b c`.");
    }

    [Theory]
    [InlineData("${{ inputs.a }} ${{ inputs['b c'] }}")]
    [InlineData("${{ inputs }}")]
    [InlineData("${{ has(inputs.a) ? inputs[?'b c'].orValue(1) : 2 }}")]
    [InlineData("${{ [1].map(x, inputs)[0].a }}")]
    public void Inputs_that_are_read_by_name_or_as_a_whole_are_not(string expression) => Codes(WithInputs(expression)).ShouldBeEmpty();

    [Fact]
    public void An_input_that_only_the_concurrency_key_reads_is_read() =>
        Codes("""{ "id": "w", "inputs": { "properties": { "a": { "type": "string" } } }, "steps": [], "options": { "concurrency": { "key": "string(inputs.a)", "limit": 1 } } }""").ShouldBeEmpty();

    [Fact]
    public void Where_an_expression_is_wrong_nobody_knows_what_it_was_meant_to_read() =>
        Codes(WithInputs("${{ inputs.aa }}")).ShouldBe(["WK2102"]);

    private static string WithInputs(string output) =>
        $$"""{ "id": "w", "inputs": { "properties": { "a": { "type": "string" }, "b c": { "type": "integer" } } }, "steps": [], "outputs": "{{output}}" }""";

    private static IEnumerable<string> Codes(string definition) => Emitting.Emit(definition).Diagnostics.Select(one => one.Code);
}
